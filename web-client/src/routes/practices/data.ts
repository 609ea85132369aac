import { ask } from '$lib/api/client';
import type { components } from '$lib/api/schema';
import type { State } from '$lib/api/types';

export type Practice = components['schemas']['Practice'];
export type Instrument = components['schemas']['Instrument'];
export type Training = components['schemas']['Training'];
export type Learning = components['schemas']['Learning'];

export async function loadPractices(signal: AbortSignal): Promise<{ practices: Practice[]; states: State[] }> {
  const query = { limit: 500 };
  const [practices, states] = await Promise.all([
    ask((api) => api.GET('/api/v1/practices', { params: { query }, signal })),
    ask((api) => api.GET('/api/v1/states', { params: { query }, signal })),
  ]);
  return { practices: practices.items, states: states.items };
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
