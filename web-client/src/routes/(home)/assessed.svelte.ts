import { i18n, wordsOf } from '$lib/i18n/index.svelte';
import type { Asked } from '$lib/measures/ask';
import { vocabulary } from '$lib/vocabulary/terms.svelte';

/** Whose assessments a number comes from, each voice with how many commitments it assessed. */
export function assessedBy(byVoice: Asked): string {
  const voices = byVoice.rows.map(({ voice, total }) => `${vocabulary('voice').label(voice ?? '')}: ${i18n.f.integer(total ?? 0)}`);
  return wordsOf('home').assessed(voices.join('; '));
}
