import { ask } from '$lib/api/client';
import type { CommitmentStats, PlanDetail, Summary } from '$lib/api/types';

export function loadSummary(signal: AbortSignal): Promise<Summary> {
  return ask((api) => api.GET('/api/v1/stats/summary', { signal }));
}

export function loadStatuses(signal: AbortSignal): Promise<CommitmentStats> {
  return ask((api) => api.GET('/api/v1/stats/commitments', { params: { query: { group_by: ['status'] } }, signal }));
}

/** The national plans with what was said of their results; the list itself does not carry that. */
export async function loadNationalPlans(signal: AbortSignal): Promise<PlanDetail[]> {
  const { items } = await ask((api) =>
    api.GET('/api/v1/plans', { params: { query: { level: ['national'], fields: ['id'], limit: 50 } }, signal }),
  );
  const plans = await Promise.all(items.map(({ id }) => ask((api) => api.GET('/api/v1/plans/{id}', { params: { path: { id } }, signal }))));
  return plans.sort((a, b) => a.number - b.number);
}
