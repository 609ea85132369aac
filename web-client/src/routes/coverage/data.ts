import { ask } from '$lib/api/client';
import type { State } from '$lib/api/types';
import { missingLists, type FieldGap, type MissingList } from './model';

/** How many commitments lack each piece of data; every count is the `total` of a list that can be opened. */
export async function loadGaps(signal: AbortSignal): Promise<FieldGap[]> {
  const total = async (query: object) =>
    (await ask((api) => api.GET('/api/v1/commitments', { params: { query: { ...query, limit: 1 } }, signal }))).total;
  const [all, status, completion, early, indicators, evidence] = await Promise.all([
    total({}),
    total({ status: ['no_data'] }),
    total({ completion: ['no_data'] }),
    total({ early_results: ['no_data'] }),
    total({ has_indicators: ['false'] }),
    total({ has_evidence: ['false'] }),
  ]);
  return [
    { field: 'status', query: { status: 'no_data' }, missing: status, total: all },
    { field: 'completion', query: { completion: 'no_data' }, missing: completion, total: all },
    { field: 'early_results', query: { early_results: 'no_data' }, missing: early, total: all },
    { field: 'indicators', query: { has_indicators: 'false' }, missing: indicators, total: all },
    { field: 'evidence', query: { has_evidence: 'false' }, missing: evidence, total: all },
  ];
}

export async function loadLists(signal: AbortSignal): Promise<{ states: State[]; lists: MissingList[] }> {
  const query = { limit: 500 };
  const [states, plans, secretariats] = await Promise.all([
    ask((api) => api.GET('/api/v1/states', { params: { query }, signal })),
    ask((api) => api.GET('/api/v1/plans', { params: { query }, signal })),
    ask((api) => api.GET('/api/v1/secretariats', { params: { query }, signal })),
  ]);
  return { states: states.items, lists: missingLists(states.items, plans.items, secretariats.items) };
}
