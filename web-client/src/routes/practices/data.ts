import { ask } from '$lib/api/client';
import type { components } from '$lib/api/schema';
import type { Commitment, State } from '$lib/api/types';

export type Practice = components['schemas']['Practice'];
export type Instrument = components['schemas']['Instrument'];
export type Training = components['schemas']['Training'];
export type Learning = components['schemas']['Learning'];

type Named = Pick<Commitment, 'id' | 'title_es' | 'title_en'>;

export async function loadPractices(signal: AbortSignal): Promise<{ practices: Practice[]; states: State[]; commitments: Named[] }> {
  const query = { limit: 500 };
  const [practices, states] = await Promise.all([
    ask((api) => api.GET('/api/v1/practices', { params: { query }, signal })),
    ask((api) => api.GET('/api/v1/states', { params: { query }, signal })),
  ]);
  const linked = [...new Set(practices.items.flatMap(({ commitment_ids }) => commitment_ids))];
  const named = { id: linked, fields: ['id' as const, 'number' as const, 'title_es' as const, 'title_en' as const], limit: 500 };
  const commitments =
    linked.length > 0 ? (await ask((api) => api.GET('/api/v1/commitments', { params: { query: named }, signal }))).items : [];
  return { practices: practices.items, states: states.items, commitments };
}

export async function loadToolbox(
  signal: AbortSignal,
): Promise<{ instruments: Instrument[]; trainings: Training[]; learnings: Learning[] }> {
  const query = { limit: 500 };
  const [instruments, trainings, learnings] = await Promise.all([
    ask((api) => api.GET('/api/v1/instruments', { params: { query }, signal })),
    ask((api) => api.GET('/api/v1/trainings', { params: { query }, signal })),
    ask((api) => api.GET('/api/v1/learnings', { params: { query }, signal })),
  ]);
  return {
    instruments: instruments.items,
    trainings: trainings.items,
    learnings: [...learnings.items].sort((a, b) => a.number - b.number),
  };
}
