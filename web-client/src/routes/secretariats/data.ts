import { ask } from '$lib/api/client';
import type { Secretariat, State } from '$lib/api/types';
import { askMeasure, askMeasures } from '$lib/measures/ask';
import type { DialogueMeasures, SessionFact } from '$lib/records/secretariats';

export interface SecretariatsData {
  secretariats: Secretariat[];
  states: State[];
}

export async function loadSecretariats(signal: AbortSignal): Promise<SecretariatsData> {
  const [secretariats, states] = await Promise.all([
    ask((api) => api.GET('/api/v1/secretariats', { params: { query: { limit: 500 } }, signal })),
    ask((api) => api.GET('/api/v1/states', { params: { query: { limit: 500 } }, signal })),
  ]);
  return { secretariats: secretariats.items, states: states.items };
}

/** All pages of a list: the sessions of every secretariat since 2015 are a few pages at most. */
async function everyPage<T>(page: (cursor: string | undefined) => Promise<{ items: T[]; next: string | null }>): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await page(cursor);
    all.push(...items);
    cursor = next === null ? undefined : (new URL(next).searchParams.get('cursor') ?? undefined);
  } while (cursor !== undefined);
  return all;
}

export interface DialogueData {
  sessions: SessionFact[];
  measures: DialogueMeasures;
}

export async function loadDialogue(signal: AbortSignal): Promise<DialogueData> {
  const [sessions, measures] = await Promise.all([
    everyPage((cursor) =>
      ask((api) =>
        api.GET('/api/v1/dialogues/sessions', {
          params: { query: { fields: ['state_id', 'held_on'], limit: 500, ...(cursor && { cursor }) } },
          signal,
        }),
      ),
    ),
    askMeasures(['secretariats_meeting', 'sessions', 'agreements_fulfilled'] as const, ['state'], {}, signal),
  ]);
  return { sessions, measures };
}

/** What measures say of all secretariats together. */
export const loadMeeting = (signal: AbortSignal) => askMeasure('secretariats_meeting', [], {}, signal);
export const loadParity = (signal: AbortSignal) => askMeasure('civil_society_parity', [], {}, signal);
export const loadRules = (signal: AbortSignal) => askMeasure('secretariats_with_rules', [], {}, signal);
