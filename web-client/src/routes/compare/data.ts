import { ask } from '$lib/api/client';
import type { MetricIndicator, MetricValue } from '$lib/api/types';
import { type Asked, askMeasure, askMeasures } from '$lib/measures/ask';
import { loadIndicators } from '$lib/records/states';

export const PROMISED = ['plans_stated', 'plans_documented', 'commitments_documented'] as const;

export interface Counts {
  /** Of each state. */
  promised: Record<(typeof PROMISED)[number], Asked>;
  byState: Record<'finished' | 'early_results', Asked>;
  /** Of all of them together. */
  all: Record<'commitments_documented' | 'finished' | 'early_results', Asked>;
  /** Commitments of each state by the status that a source reports. */
  statuses: Asked;
}

export async function loadCounts(state: string[], signal: AbortSignal): Promise<Counts> {
  const [promised, byState, all, statuses] = await Promise.all([
    askMeasures(PROMISED, ['state'], { state }, signal),
    askMeasures(['finished', 'early_results'] as const, ['state'], { state }, signal),
    askMeasures(['commitments_documented', 'finished', 'early_results'] as const, [], { state }, signal),
    askMeasure('commitments_documented', ['state', 'status'], { state }, signal),
  ]);
  return { promised, byState, all, statuses };
}

export interface Metrics {
  indicators: MetricIndicator[];
  values: MetricValue[];
}

/** Every edition's values of the states, with what is disputed, and the national ones to set them against. */
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
