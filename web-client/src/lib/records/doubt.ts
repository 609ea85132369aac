import type { MetricValue } from '$lib/api/types';

export type Doubtable = Pick<MetricValue, 'confidence' | 'note_es' | 'note_en'>;

/**
 * Whether a value that was published has a note, which says what is doubtful of it: no sentence leads with such a value without saying
 * so. Of what we reckoned the note says how.
 */
export const isDoubted = (value: Partial<Doubtable> | undefined): boolean =>
  value !== undefined && value.confidence !== 'inferred' && (value.note_es ?? value.note_en ?? null) !== null;
