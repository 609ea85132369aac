import { ask } from '$lib/api/client';
import type { MetricEdition, MetricIndicator, MetricValue, State } from '$lib/api/types';
import { loadIndicators } from '$lib/states/data';

export interface National {
  editions: MetricEdition[];
  values: MetricValue[];
  indicators: MetricIndicator[];
}

/** Every edition, its national and federal values and the definitions of the indicators. */
export async function loadNational(signal: AbortSignal): Promise<National> {
  const [editions, values, indicators] = await Promise.all([
    ask((api) => api.GET('/api/v1/metrics', { params: { query: { limit: 500 } }, signal })),
    ask((api) => api.GET('/api/v1/metrics/values', { params: { query: { scope: ['national', 'federal'], limit: 500 } }, signal })),
    loadIndicators(signal),
  ]);
  return { editions: editions.items, values: values.items, indicators };
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
