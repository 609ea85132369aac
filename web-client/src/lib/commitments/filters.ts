/**
 * The filters of the explorer: what the address holds, and the same as a query of the API. A facet is counted
 * with all the other filters applied, so that a count says what choosing it would give.
 */
import type { paths } from '$lib/api/schema';
import { defineView, oneOf, sort, text, type ViewState } from '$lib/url/view';

export type Query = NonNullable<paths['/api/v1/commitments']['get']['parameters']['query']>;

export const FACETS = ['level', 'state', 'status', 'completion', 'early_results', 'policy_area'] as const;
export type Facet = (typeof FACETS)[number];

export const FLAGS = ['has_evidence', 'has_indicators'] as const;
export type Flag = (typeof FLAGS)[number];

/** Columns by which the API can sort. */
export const SORTS = ['plan_id', 'title_es', 'title_en', 'status', 'early_results', 'due_date'] as const;

export const explorerView = defineView({
  q: text(),
  plan: text(),
  organization: text(),
  confidence: text(),
  level: text(),
  state: text(),
  status: text(),
  completion: text(),
  early_results: text(),
  policy_area: text(),
  has_evidence: oneOf(['', 'true'], ''),
  has_indicators: oneOf(['', 'true'], ''),
  sort: sort(SORTS, { key: 'plan_id', descending: false }),
});
export type Explorer = ViewState<typeof explorerView>;

/** What narrows the list, without the order. */
export type Narrowing = Omit<Explorer, 'sort'>;

export function isNarrowed({ sort: _order, ...narrowing }: Explorer): boolean {
  return Object.values(narrowing).some((value) => value !== '');
}

/** The filters as parameters of the API; those left empty are left out. `without` leaves one facet open. */
export function parameters(state: Explorer, without?: Facet): Record<string, string> {
  const { sort: _order, ...narrowing } = state;
  return Object.fromEntries(Object.entries(narrowing).filter(([name, value]) => value !== '' && name !== without));
}

/** The same as the typed client takes it: codes are checked by the API, which names what it does not know. */
export function query(state: Explorer, without?: Facet): Query {
  const lists = new Set<string>(['plan', 'organization', 'confidence', ...FACETS, ...FLAGS]);
  return Object.fromEntries(
    Object.entries(parameters(state, without)).map(([name, value]) => [name, lists.has(name) ? value.split(',') : value]),
  ) as Query;
}

export function order({ sort: { key, descending } }: Explorer): Query['sort'] {
  return [(descending ? '-' : '') + key];
}

export interface Choice {
  /** Code of the API; `no_data` where nothing is known. */
  code: string;
  count: number;
}

/** Groups of /stats/commitments as choices, the most frequent first, what is unknown last. */
export function choices(groups: readonly ({ count: number } & Record<string, unknown>)[], facet: Facet): Choice[] {
  return groups
    .map((group) => ({ code: typeof group[facet] === 'string' ? group[facet] : 'no_data', count: group.count }))
    .sort((a, b) => Number(a.code === 'no_data') - Number(b.code === 'no_data') || b.count - a.count || a.code.localeCompare(b.code));
}
