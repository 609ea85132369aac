import { ask } from '$lib/api/client';
import type { Organization } from '$lib/api/types';
import type { Filters } from '$lib/url/both';
import { type Group, groupsOf } from './counted';

/** Rows of a page. */
const PAGE = 50;

/** What an address finds. */
export interface Found {
  filters: Filters;
  total: number;
  /** How many of which sector. */
  sectors: Group[];
  items: Organization[];
  next: string | null;
}

const asked = (filters: Filters, beside: Record<string, unknown>) => ({ ...filters, ...beside }) as unknown as Record<string, never>;

export async function loadOrganizations(filters: Filters, signal: AbortSignal): Promise<Found> {
  const query = asked(filters, { sort: 'name', limit: PAGE, facets: 'sector' });
  const { total, items, next, facets } = await ask((api) => api.GET('/api/v1/organizations', { params: { query }, signal }));
  return { filters, total, items, next, sectors: groupsOf(facets?.sector ?? [], 'sector', filters) };
}

/** The page that follows. */
export async function loadMore(
  { filters }: Found,
  cursor: string,
  limit = PAGE,
  signal?: AbortSignal,
): Promise<Pick<Found, 'items' | 'next'>> {
  const query = asked(filters, { sort: 'name', limit, cursor });
  return ask((api) => api.GET('/api/v1/organizations', { params: { query }, ...(signal && { signal }) }));
}
