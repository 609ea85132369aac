import { ask } from '$lib/api/client';
import type { CommitmentGroup, MetricIndicator, MetricValue } from '$lib/api/types';

export interface Counts {
  statuses: CommitmentGroup[];
  early: CommitmentGroup[];
}

/** What counts as documented: seen on a public page, or concluded from one. */
export const DOCUMENTED = ['documented', 'inferred'] as const;

export async function loadCounts(state: string[], signal: AbortSignal): Promise<Counts> {
  const grouped = (key: 'status' | 'early_results') =>
    ask((api) =>
      api.GET('/api/v1/stats/commitments', { params: { query: { state, confidence: [...DOCUMENTED], group_by: ['state', key] } }, signal }),
    );
  const [statuses, early] = await Promise.all([grouped('status'), grouped('early_results')]);
  return { statuses: statuses.items, early: early.items };
}

export interface Metrics {
  indicators: MetricIndicator[];
  values: MetricValue[];
}

/** The indicators of all editions: an older one can have some that the newest has not. */
async function loadIndicators(signal: AbortSignal): Promise<MetricIndicator[]> {
  const { items } = await ask((api) =>
    api.GET('/api/v1/metrics', { params: { query: { fields: ['id', 'edition'], limit: 500 } }, signal }),
  );
  const editions = await Promise.all(
    items.map(({ edition }) => ask((api) => api.GET('/api/v1/metrics/{year}', { params: { path: { year: String(edition) } }, signal }))),
  );
  return [...new Map(editions.flatMap(({ indicators }) => indicators).map((indicator) => [indicator.id, indicator])).values()].sort(
    (a, b) => a.position - b.position,
  );
}

/** Every edition's values of the states, and the national ones to set them against. */
export async function loadMetrics(state: string[], signal: AbortSignal): Promise<Metrics> {
  const values = (query: { state?: string[]; scope: ('state' | 'national')[] }) =>
    ask((api) => api.GET('/api/v1/metrics/values', { params: { query: { ...query, limit: 500 } }, signal }));
  const [indicators, own, national] = await Promise.all([
    loadIndicators(signal),
    values({ state, scope: ['state'] }),
    values({ scope: ['national'] }),
  ]);
  return { indicators, values: [...own.items, ...national.items] };
}
