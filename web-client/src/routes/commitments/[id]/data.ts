import { ask } from '$lib/api/client';
import type { CommitmentDetail } from '$lib/api/types';
import type { Language } from '$lib/i18n/language';
import { localized } from '$lib/i18n/localized';
import type { Query } from '$lib/records/filters';
import { neighbours, tellingWords, type Listed, type Neighbour } from './model';

const FIELDS: NonNullable<Query['fields']> = [
  'id',
  'plan_id',
  'state_id',
  'number',
  'title_es',
  'title_en',
  'status',
  'early_results',
  'policy_areas',
];

export interface Neighbours {
  found: Neighbour[];
  /** What was searched for. */
  words: string[];
}

/** Commitments of other states with the same policy areas or the telling words of the title, as the reader reads it. */
export async function loadNeighbours(
  commitment: CommitmentDetail,
  states: readonly string[],
  language: Language,
  signal: AbortSignal,
): Promise<Neighbours> {
  const titleOf = (one: Listed) => localized(one, 'title', language)?.text ?? null;
  const state = states.filter((id) => id !== commitment.state_id);
  const list = async (query: Query): Promise<Listed[]> =>
    (await ask((api) => api.GET('/api/v1/commitments', { params: { query: { state, fields: FIELDS, ...query } }, signal }))).items;
  const words = tellingWords(titleOf(commitment) ?? '');
  const areas = commitment.policy_areas as NonNullable<Query['policy_area']>;
  const [sameArea, ...byWord] = await Promise.all([
    areas.length === 0 ? [] : list({ policy_area: areas, limit: 100 }),
    ...words.map((word) => list({ q: word, limit: 10 })),
  ]);
  return {
    words,
    found: neighbours(
      commitment,
      sameArea,
      words.map((word, i) => ({ word, found: byWord[i] ?? [] })),
      titleOf,
    ),
  };
}
