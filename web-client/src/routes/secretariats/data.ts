import { ask } from '$lib/api/client';
import type { Secretariat, State, Summary } from '$lib/api/types';
import type { AgreementFact, SessionFact } from '$lib/records/secretariats';

export interface SecretariatsData {
  secretariats: Secretariat[];
  states: State[];
  summary: Summary;
}

export async function loadSecretariats(signal: AbortSignal): Promise<SecretariatsData> {
  const [secretariats, states, summary] = await Promise.all([
    ask((api) => api.GET('/api/v1/secretariats', { params: { query: { limit: 500 } }, signal })),
    ask((api) => api.GET('/api/v1/states', { params: { query: { limit: 500 } }, signal })),
    ask((api) => api.GET('/api/v1/stats/summary', { signal })),
  ]);
  return { secretariats: secretariats.items, states: states.items, summary };
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
  agreements: AgreementFact[];
}

export async function loadDialogue(signal: AbortSignal): Promise<DialogueData> {
  const [sessions, agreements] = await Promise.all([
    everyPage((cursor) =>
      ask((api) =>
        api.GET('/api/v1/dialogues/sessions', {
          params: { query: { fields: ['id', 'state_id', 'held_on'], limit: 500, ...(cursor && { cursor }) } },
          signal,
        }),
      ),
    ),
    everyPage((cursor) =>
      ask((api) =>
        api.GET('/api/v1/dialogues/agreements', {
          params: { query: { fields: ['session_id', 'fulfilled'], limit: 500, ...(cursor && { cursor }) } },
          signal,
        }),
      ),
    ),
  ]);
  return { sessions, agreements };
}
