import { ask } from '$lib/api/client';
import type { Commitment, MetricEditionDetail, MetricValue, SecretariatDetail, StateDetail } from '$lib/api/types';

export interface StateData {
  state: StateDetail;
  withResults: ReadonlySet<string>;
}

export async function loadState(code: string, signal: AbortSignal): Promise<StateData> {
  const counted = ask((api) =>
    api.GET('/api/v1/commitments', { params: { query: { state: [code], has_indicators: ['true'], limit: 1 } }, signal }),
  );
  // A code that is no state fails both; the reader is told about the state.
  counted.catch(() => undefined);
  const state = await ask((api) => api.GET('/api/v1/states/{code}', { params: { path: { code } }, signal }));
  const results = await counted;
  return { state, withResults: new Set(results.total > 0 ? [state.id] : []) };
}

export async function loadSecretariat(code: string, signal: AbortSignal): Promise<SecretariatDetail> {
  return ask((api) => api.GET('/api/v1/secretariats/{stateCode}', { params: { path: { stateCode: code } }, signal }));
}

export async function loadCommitments(code: string, signal: AbortSignal): Promise<Commitment[]> {
  const { items } = await ask((api) => api.GET('/api/v1/commitments', { params: { query: { state: [code], limit: 500 } }, signal }));
  return items;
}

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
        params: { query: { edition: [year], scope: ['state', 'national'], limit: 500 } },
        signal,
      }),
    ),
  ]);
  return { edition, values: values.items };
}
