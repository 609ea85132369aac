import { ask } from '$lib/api/client';
import type { components } from '$lib/api/schema';
import type { Commitment } from '$lib/api/types';
import { NAMING as PLAN_NAMING, type Named as NamedPlan } from '$lib/records/plan-names';
import { type Named, NAMING } from '$lib/records/proposals';
import { both, type Filters } from '$lib/url/both';
import { given, GROUPS, type ListName, listsOf } from './lists';

export type Proposal = components['schemas']['Proposal'];
export type Agreement = components['schemas']['Agreement'];
export type Session = components['schemas']['Session'];
export type Row = Proposal | Agreement | Session;

/** Rows of a group beside others, and of a list that is paged. */
const FEW = 10;
const PAGE = 50;

/** Rows that stand alike. */
export interface Group {
  /** Its place among the groups of the list. */
  place: number;
  filters: Filters;
  items: Row[];
  total: number;
  next: string | null;
}

/** A list as it is shown. */
export interface Part {
  list: ListName;
  filters: Filters;
  total: number;
  groups: Group[];
  /** Whether it is one group, which goes on. */
  paged: boolean;
  around: Around;
}

/** What the rows name. */
export interface Around {
  plans: ReadonlyMap<string, NamedPlan>;
  commitments: ReadonlyMap<string, Pick<Commitment, 'id' | 'title_es' | 'title_en'>>;
  sessions: ReadonlyMap<string, Pick<Session, 'id' | 'title_es' | 'title_en'>>;
  proposals: ReadonlyMap<string, Named>;
}

type Answer = { items: Row[]; total: number; next: string | null };

/** A page of a list. */
export function askRows(list: ListName, filters: Filters, sort: string, limit: number, cursor: string | undefined, signal?: AbortSignal) {
  const query = { ...filters, sort, limit, ...(cursor !== undefined && { cursor }) } as unknown as Record<string, never>;
  const init = { params: { query }, ...(signal && { signal }) };
  return list === 'proposals'
    ? (ask((api) => api.GET('/api/v1/dialogues/proposals', init)) as Promise<Answer>)
    : list === 'agreements'
      ? (ask((api) => api.GET('/api/v1/dialogues/agreements', init)) as Promise<Answer>)
      : (ask((api) => api.GET('/api/v1/dialogues/sessions', init)) as Promise<Answer>);
}

/** What is in an address, list by list. */
export async function loadDialogue(state: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Part[]> {
  const filters = given(state);
  return Promise.all(listsOf(state.list ?? '', filters).map((list) => loadPart(list, filters, (state.list ?? '') !== '', signal)));
}

async function loadPart(list: ListName, filters: Filters, alone: boolean, signal: AbortSignal): Promise<Part> {
  const groups = await Promise.all(
    GROUPS[list].map(async (group, place): Promise<Group> => {
      const own = both(filters, group.filters);
      if (own === null) return { place, filters, items: [], total: 0, next: null };
      return { place, filters: own, ...(await askRows(list, own, group.sort, alone ? PAGE : FEW, undefined, signal)) };
    }),
  );
  // A value that is none matches no group; the API says so, as for any other filter.
  if (GROUPS[list].every((group) => both(filters, group.filters) === null)) await askRows(list, filters, 'id', 1, undefined, signal);
  const paged = alone && groups.filter(({ total }) => total > 0).length === 1;
  const shown = groups.map((group) => (paged ? group : { ...group, items: group.items.slice(0, FEW) }));
  const around = await loadAround(
    list,
    shown.flatMap(({ items }) => items),
    signal,
  );
  return { list, filters, total: groups.reduce((sum, { total }) => sum + total, 0), groups: shown, paged, around };
}

/** The page that follows. */
export async function loadMore(
  part: Part,
  group: Group,
  cursor: string,
  limit = PAGE,
  signal?: AbortSignal,
): Promise<{ items: Row[]; next: string | null; around: Around }> {
  const { items, next } = await askRows(part.list, group.filters, GROUPS[part.list][group.place]?.sort ?? 'id', limit, cursor, signal);
  return { items, next, around: await loadAround(part.list, items, signal) };
}

const idsOf = (rows: readonly Row[], field: string) => [
  ...new Set(rows.flatMap((row) => (row as unknown as Record<string, string | null>)[field] ?? [])),
];
const byId = <T extends { id: string }>(items: readonly T[]) => new Map(items.map((item) => [item.id, item]));

export async function loadAround(list: ListName, rows: readonly Row[], signal?: AbortSignal): Promise<Around> {
  const some = { limit: 500 };
  const plan = idsOf(rows, 'plan_id');
  const commitment = idsOf(rows, 'commitment_id');
  const session = list === 'agreements' ? idsOf(rows, 'session_id') : [];
  const proposal = list === 'agreements' ? idsOf(rows, 'proposal_id') : [];
  const passed = signal && { signal };
  const [plans, commitments, sessions, proposals] = await Promise.all([
    plan.length === 0
      ? []
      : ask((api) => api.GET('/api/v1/plans', { params: { query: { ...some, id: plan, fields: [...PLAN_NAMING] } }, ...passed })).then(
          ({ items }) => items,
        ),
    commitment.length === 0
      ? []
      : ask((api) =>
          api.GET('/api/v1/commitments', {
            params: { query: { ...some, id: commitment, fields: ['id', 'title_es', 'title_en'] } },
            ...passed,
          }),
        ).then(({ items }) => items),
    session.length === 0
      ? []
      : ask((api) =>
          api.GET('/api/v1/dialogues/sessions', {
            params: { query: { ...some, id: session, fields: ['id', 'title_es', 'title_en'] } },
            ...passed,
          }),
        ).then(({ items }) => items),
    proposal.length === 0
      ? []
      : ask((api) =>
          api.GET('/api/v1/dialogues/proposals', { params: { query: { ...some, id: proposal, fields: [...NAMING] } }, ...passed }),
        ).then(({ items }) => items),
  ]);
  return { plans: byId(plans), commitments: byId(commitments), sessions: byId(sessions), proposals: byId(proposals) };
}
