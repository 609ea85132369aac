import { ask } from '$lib/api/client';
import type { Confidence, MetricIndicator, MetricValue, State } from '$lib/api/types';
import { type Asked, askMeasure } from '$lib/measures/ask';

export interface StatesData {
  states: State[];
}

export async function loadStates(signal: AbortSignal): Promise<StatesData> {
  const { items } = await ask((api) => api.GET('/api/v1/states', { params: { query: { limit: 500 } }, signal }));
  return { states: items };
}

/** What may stand in a map, a ranking or a mean. */
export const UNDISPUTED: Exclude<Confidence, 'disputed'>[] = ['documented', 'inferred', 'presentation'];

/** One indicator in every edition, by state and for the country. */
export async function loadIndicator(indicator: string, signal: AbortSignal): Promise<MetricValue[]> {
  const { items } = await ask((api) =>
    api.GET('/api/v1/metrics/values', {
      params: { query: { indicator: [indicator], scope: ['state', 'national'], confidence: UNDISPUTED, limit: 500 } },
      signal,
    }),
  );
  return items;
}

/** The values of one indicator in one edition as rows of the measure, state by state: the address says of which. */
export function askIndicator(indicator: string, edition: number, signal: AbortSignal): Promise<Asked> {
  return askMeasure('metric_value', ['state'], { indicator: [indicator], edition: [edition], scope: ['state'] }, signal);
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
