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

/** One indicator in every edition, by state and for the country; with what is disputed, which is shown as that and as no value. */
export async function loadIndicator(indicator: string, signal: AbortSignal): Promise<MetricValue[]> {
  const { items } = await ask((api) =>
    api.GET('/api/v1/metrics/values', {
      params: { query: { indicator: [indicator], scope: ['state', 'national'], limit: 500 } },
      signal,
    }),
  );
  return items;
}

/** The values of one indicator in one edition as rows of the measure, state by state: the address says of which. */
export function askIndicator(indicator: string, edition: number, signal: AbortSignal): Promise<Asked> {
  return askMeasure('metric_value', ['state'], { indicator: [indicator], edition: [edition], scope: ['state'] }, signal);
}

/** The indicators of all editions: an older one can have some that the newest has not. */
export async function loadIndicators(signal: AbortSignal): Promise<MetricIndicator[]> {
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
