import { ask } from '$lib/api/client';
import type { MetricIndicator, MetricValue, State } from '$lib/api/types';

export interface StatesData {
  states: State[];
  /** States with a commitment whose impact indicator has been recorded. */
  withResults: ReadonlySet<string>;
}

/** All states, and which of them have results on record. */
export async function loadStates(signal: AbortSignal): Promise<StatesData> {
  const [states, results] = await Promise.all([
    ask((api) => api.GET('/api/v1/states', { params: { query: { limit: 500 } }, signal })),
    ask((api) =>
      api.GET('/api/v1/stats/commitments', {
        params: { query: { group_by: ['state'], has_indicators: ['true'] } },
        signal,
      }),
    ),
  ]);
  const withResults = new Set(results.items.flatMap(({ state }) => (typeof state === 'string' ? [state] : [])));
  return { states: states.items, withResults };
}

/** One indicator in every edition, by state and for the country. */
export async function loadIndicator(indicator: string, signal: AbortSignal): Promise<MetricValue[]> {
  const { items } = await ask((api) =>
    api.GET('/api/v1/metrics/values', {
      params: { query: { indicator: [indicator], scope: ['state', 'national'], limit: 500 } },
      signal,
    }),
  );
  return items;
}

/** Names and definitions of the metric's indicators: the same for every edition. */
export async function loadIndicators(signal: AbortSignal): Promise<MetricIndicator[]> {
  const editions = await ask((api) => api.GET('/api/v1/metrics', { params: { query: { limit: 1 } }, signal }));
  const newest = editions.items[0];
  if (!newest) return [];
  const { indicators } = await ask((api) =>
    api.GET('/api/v1/metrics/{year}', { params: { path: { year: String(newest.edition) } }, signal }),
  );
  return [...indicators].sort((a, b) => a.position - b.position);
}
