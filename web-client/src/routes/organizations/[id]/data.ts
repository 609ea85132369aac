import { ask } from '$lib/api/client';
import type { components } from '$lib/api/schema';
import type { Commitment, Organization } from '$lib/api/types';
import { NAMING, type Named } from '$lib/records/plan-names';
import { type Group, groupsOf } from '../counted';

export type Detail = components['schemas']['OrganizationDetail'];
type Neighbour = Pick<Organization, 'id' | 'name'>;

/** Commitments on the page; all of them are on theirs. */
const MOST = 50;

/** What came before and after it, and the plans in whose bodies it sits. */
export interface Around {
  after: Neighbour | null;
  before: readonly Neighbour[];
  plans: ReadonlyMap<string, Named>;
}

export async function loadAround(organization: Detail, signal: AbortSignal): Promise<Around> {
  const fields: ('id' | 'name')[] = ['id', 'name'];
  const next = organization.succeeded_by;
  const plans = organization.committees.filter(({ kind }) => kind === 'plan').map(({ id }) => id);
  const [after, before, named] = await Promise.all([
    next === null ? null : ask((api) => api.GET('/api/v1/organizations/{id}', { params: { path: { id: next } }, signal })),
    ask((api) =>
      api.GET('/api/v1/organizations', {
        params: { query: { succeeded_by: [organization.id], fields, sort: ['name'], limit: 500 } },
        signal,
      }),
    ),
    plans.length === 0
      ? []
      : ask((api) => api.GET('/api/v1/plans', { params: { query: { id: plans, fields: [...NAMING], limit: 500 } }, signal })).then(
          ({ items }) => items,
        ),
  ]);
  return { after, before: before.items, plans: new Map(named.map((plan) => [plan.id, plan])) };
}

/** What it led or supported. */
export interface Carried {
  total: number;
  statuses: Group[];
  items: Commitment[];
}

export async function loadCarried(id: string, signal: AbortSignal): Promise<Carried> {
  const { total, items, facets } = await ask((api) =>
    api.GET('/api/v1/commitments', {
      params: { query: { organization: [id], sort: ['plan_id'], facets: ['status'], limit: MOST } },
      signal,
    }),
  );
  return { total, items, statuses: groupsOf(facets?.status ?? [], 'status', { organization: id }) };
}
