import { both, type Filters } from '$lib/url/both';
import type { components } from '$lib/api/schema';

type Facet = components['schemas']['Facet'];

/** Rows that have one value of a property; null for none on record. */
export interface Group {
  code: string | null;
  count: number;
  /** The filters that find them. */
  filters: Filters;
}

/** The values that rows of a list have of a property, as the API counts them: most first. Pure. */
export function groupsOf(facets: readonly Pick<Facet, 'value' | 'count'>[], name: string, within: Filters): Group[] {
  return facets.map(({ value, count }) => ({ code: value, count, filters: both(within, { [name]: value ?? 'no_data' }) ?? within }));
}
