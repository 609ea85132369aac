import { ask } from '$lib/api/client';
import type { Commitment, MetricEditionDetail, MetricValue, Plan, SecretariatDetail, StateDetail } from '$lib/api/types';
import type { StepStage } from './stage';
import { UNDISPUTED } from './states';

export function loadState(code: string, signal: AbortSignal): Promise<StateDetail> {
  return ask((api) => api.GET('/api/v1/states/{code}', { params: { path: { code } }, signal }));
}

export async function loadSecretariat(code: string, signal: AbortSignal): Promise<SecretariatDetail> {
  return ask((api) => api.GET('/api/v1/secretariats/{stateCode}', { params: { path: { stateCode: code } }, signal }));
}

export async function loadCommitments(code: string, signal: AbortSignal): Promise<Commitment[]> {
  const { items } = await ask((api) => api.GET('/api/v1/commitments', { params: { query: { state: [code], limit: 500 } }, signal }));
  return items;
}

/** The plans that a step of the state is of: those of which commitments are on record, or results. Of the other steps none is told apart. */
export function plansBehind<P extends Behind>(plans: readonly P[], stage: StepStage): P[] {
  if (stage === 'commitments') return plans.filter(({ commitments_documented: count }) => count > 0);
  if (stage === 'results')
    return plans.filter(({ commitments_with_results: coded, commitments_with_indicators: observed }) => (coded ?? 0) > 0 || observed > 0);
  return [];
}
type Behind = Pick<Plan, 'commitments_documented' | 'commitments_with_results' | 'commitments_with_indicators'>;

export interface EditionData {
  edition: MetricEditionDetail;
  values: MetricValue[];
}

/** One edition of the metric: its definitions, and every state's and the country's values. */
export async function loadEdition(year: number, signal: AbortSignal): Promise<EditionData> {
  const [edition, values] = await Promise.all([
    ask((api) => api.GET('/api/v1/metrics/{year}', { params: { path: { year: String(year) } }, signal })),
    ask((api) =>
      api.GET('/api/v1/metrics/values', {
        params: { query: { edition: [year], scope: ['state', 'national'], confidence: UNDISPUTED, limit: 500 } },
        signal,
      }),
    ),
  ]);
  return { edition, values: values.items };
}
