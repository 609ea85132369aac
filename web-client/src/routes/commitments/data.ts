import { ask } from '$lib/api/client';
import type { Commitment, CommitmentGroup } from '$lib/api/types';
import { askMeasures, type Asked, type Filters } from '$lib/measures/ask';
import { said } from '$lib/measures/rows';
import {
  choices,
  FROM_ROWS,
  isGrouped,
  ONE_BY_ONE,
  organizationsOf,
  query,
  type Active,
  type Choice,
  type Explorer,
  type Facet,
  type Query,
} from '$lib/records/filters';

async function total(asked: Query, signal: AbortSignal): Promise<number> {
  const answer = await ask((api) => api.GET('/api/v1/commitments', { params: { query: { ...asked, limit: 1, fields: ['id'] } }, signal }));
  return answer.total;
}

/** Who answers for each row, page by page. */
async function responsible(asked: Query, signal: AbortSignal): Promise<Commitment[]> {
  const rows: Commitment[] = [];
  let cursor: string | null = null;
  do {
    const query: Query = {
      ...asked,
      fields: ['id', 'lead_organizations', 'supporting_organizations'],
      limit: 500,
      ...(cursor !== null && { cursor }),
    };
    const answer: { items: Commitment[]; next: string | null } = await ask((api) =>
      api.GET('/api/v1/commitments', { params: { query }, signal }),
    );
    rows.push(...answer.items);
    cursor = answer.next && new URL(answer.next).searchParams.get('cursor');
  } while (cursor !== null);
  return rows;
}

/** The values of one facet, each with the count that choosing it would give. */
export async function loadFacet(facet: Facet, state: Explorer, signal: AbortSignal): Promise<Choice[]> {
  const others = query(state, facet);
  if (isGrouped(facet)) {
    const answer = await ask((api) =>
      api.GET('/api/v1/stats/commitments', { params: { query: { ...others, group_by: [facet] } }, signal }),
    );
    return choices(answer.items as (CommitmentGroup & Record<string, unknown>)[], facet);
  }
  if (facet === FROM_ROWS) return organizationsOf(await responsible(others, signal));
  const codes: readonly string[] = ONE_BY_ONE[facet];
  const counted = await Promise.all(
    codes.map(async (code) => ({ code, count: await total({ ...others, [facet]: [code] } as Query, signal) })),
  );
  return counted.filter((choice) => choice.count > 0);
}

/** For an empty list: how many there would be without each filter that is on. */
export async function loadWider(
  state: Explorer,
  filters: readonly Active[],
  signal: AbortSignal,
): Promise<{ name: Active['name']; count: number }[]> {
  const names = [...new Set(filters.map(({ name }) => name))];
  const counted = await Promise.all(names.map(async (name) => ({ name, count: await total(query(state, name), signal) })));
  return counted.filter((each) => each.count > 0).sort((a, b) => b.count - a.count);
}

/** What voices say of a plan as a whole: shown only where one speaks, beside what is counted and never in its sentence. */
export const SPOKEN: readonly string[] = ['compliance'];

/** What was done of the commitments of a view and what it changed. Of a single plan, also what voices say of it as a whole. */
export async function loadOutcome(asked: Query, signal: AbortSignal): Promise<Asked[]> {
  const ofPlan = asked.plan?.length === 1;
  const all = await askMeasures(
    ['compliance', 'completion', 'finished', 'early_results'],
    ofPlan ? ['plan'] : [],
    asked as Filters,
    signal,
  );
  return [all.compliance, all.finished, all.completion, all.early_results].filter(
    (each) => !SPOKEN.includes(each.measure.key) || said(each).length > 0,
  );
}

export interface Named {
  id: string;
  name: string;
  acronym: string | null;
}

/** Organisations by id: those of the first answer, which the list and the filter name. */
export async function loadOrganizations(signal: AbortSignal): Promise<Map<string, Named>> {
  const { items } = await ask((api) =>
    api.GET('/api/v1/organizations', { params: { query: { limit: 500, fields: ['id', 'name', 'acronym'] } }, signal }),
  );
  return new Map(items.map(({ id, name, acronym }) => [id, { id, name, acronym }]));
}

/** One that is in the address and not among those. */
export async function loadOrganization(id: string, signal: AbortSignal): Promise<string> {
  const answer = await ask((api) => api.GET('/api/v1/organizations/{id}', { params: { path: { id } }, signal }));
  return answer.name;
}
