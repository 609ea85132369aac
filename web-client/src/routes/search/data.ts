import { ask } from '$lib/api/client';
import type { components, paths } from '$lib/api/schema';
import type { Measure } from '$lib/api/types';
import type { Beside } from '$lib/records/search-words';

export type Result = components['schemas']['SearchResult'];
type Query = paths['/api/v1/search']['get']['parameters']['query'];
/** A kind that is asked for; one behind a `!` is taken away. */
export type Kind = Exclude<NonNullable<Query['kind']>[number], `!${string}`>;

/** Rows of a kind that are shown among others, and those of a page of one kind. */
export const FEW = 5;
export const PAGE = 25;
const MOST = 500;

/** What was found of one kind. */
export interface Group {
  kind: Kind;
  total: number;
  items: Result[];
}

export interface Found extends Beside {
  total: number;
  groups: Group[];
  next: string | null;
}

/** Finds in everything, or in one kind. Groups stand in the order of the best of each. */
export async function search(q: string, kind: Kind | '', signal: AbortSignal): Promise<Found> {
  const query: Query = { q, limit: kind === '' ? MOST : PAGE, ...(kind !== '' && { kind: [kind] }) };
  const answer = await ask((api) => api.GET('/api/v1/search', { params: { query }, signal }));
  const groups = grouped(answer.items);
  if (kind !== '')
    return {
      total: answer.total,
      groups: groups.map((group) => ({ ...group, total: answer.total })),
      next: answer.next,
      near: answer.near,
      themes: answer.themes,
    };
  // Of more than one answer can hold, each kind is counted by itself.
  const isWhole = answer.total <= answer.items.length;
  const counted = isWhole
    ? groups
    : await Promise.all(groups.map(async (group) => ({ ...group, total: await totalOf(q, group.kind, signal) })));
  return { total: answer.total, groups: counted, next: null, near: answer.near, themes: answer.themes };
}

/** The page of one kind that follows. */
export async function searchMore(
  q: string,
  kind: Kind,
  cursor: string,
  limit = PAGE,
  signal?: AbortSignal,
): Promise<{ items: Result[]; next: string | null }> {
  const query: Query = { q, kind: [kind], limit, cursor };
  return ask((api) => api.GET('/api/v1/search', { params: { query }, ...(signal && { signal }) }));
}

/** Measures that are called so; a search that only excludes, or has no word, finds none. */
export async function searchMeasures(q: string, signal: AbortSignal): Promise<Measure[]> {
  const { items } = await ask((api) => api.GET('/api/v1/measures', { params: { query: { q } }, signal }));
  return items;
}

export function grouped(items: readonly Result[]): Group[] {
  const groups = new Map<Kind, Result[]>();
  for (const item of items) {
    const kind = item.kind as Kind;
    groups.set(kind, [...(groups.get(kind) ?? []), item]);
  }
  return [...groups].map(([kind, found]) => ({ kind, total: found.length, items: found }));
}

async function totalOf(q: string, kind: Kind, signal: AbortSignal): Promise<number> {
  const query: Query = { q, kind: [kind], limit: 1, fields: ['id'] };
  const { total } = await ask((api) => api.GET('/api/v1/search', { params: { query }, signal }));
  return total;
}

/** The page that shows a record; what has none is shown where it belongs. */
export function pageOf(result: Pick<Result, 'kind' | 'record_id' | 'state_id' | 'commitment_id'>): string | null {
  const { kind, record_id, state_id, commitment_id } = result;
  switch (kind) {
    case 'states':
    case 'plans':
    case 'commitments':
    case 'organizations':
      return `/${kind}/${record_id}`;
    case 'proposals':
      return `/dialogue/proposals/${record_id}`;
    case 'sessions':
      return `/dialogue?list=sessions&id=${record_id}`;
    case 'evidence':
    case 'indicators':
      return commitment_id === null ? null : `/commitments/${commitment_id}#${kind}`;
    case 'practices':
      return `/practices#${record_id}`;
    case 'instruments':
    case 'learnings':
      return `/practices#${record_id}`;
    case 'trainings':
      return '/practices#trainings';
    case 'timeline':
      return `/timeline#${record_id}`;
    case 'metric_editions':
      return '/metrics';
    default:
      return state_id === null ? null : `/states/${state_id}`;
  }
}
