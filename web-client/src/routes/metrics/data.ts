import { ask } from '$lib/api/client';
import type { MetricEdition, MetricIndicator, MetricValue, State } from '$lib/api/types';

export interface National {
  editions: MetricEdition[];
  values: MetricValue[];
  indicators: MetricIndicator[];
}

/** Every edition, its national and federal values and the definitions of the indicators. */
export async function loadNational(signal: AbortSignal): Promise<National> {
  const [editions, values] = await Promise.all([
    ask((api) => api.GET('/api/v1/metrics', { params: { query: { limit: 500 } }, signal })),
    ask((api) => api.GET('/api/v1/metrics/values', { params: { query: { scope: ['national', 'federal'], limit: 500 } }, signal })),
  ]);
  // Each edition defines the indicators that it has values for; only all of them together define all.
  const details = await Promise.all(
    editions.items.map(({ edition }) =>
      ask((api) => api.GET('/api/v1/metrics/{year}', { params: { path: { year: String(edition) } }, signal })),
    ),
  );
  const indicators = new Map(details.flatMap((detail) => detail.indicators.map((indicator) => [indicator.id, indicator] as const)));
  return { editions: editions.items, values: values.items, indicators: [...indicators.values()].sort((a, b) => a.position - b.position) };
}

export async function loadStatesOnly(signal: AbortSignal): Promise<State[]> {
  return (await ask((api) => api.GET('/api/v1/states', { params: { query: { limit: 500 } }, signal }))).items;
}

export async function loadKinds(signal: AbortSignal): Promise<MetricValue[]> {
  const { items } = await ask((api) =>
    api.GET('/api/v1/metrics/values', { params: { query: { scope: ['government_level', 'institution_type'], limit: 500 } }, signal }),
  );
  return items;
}
