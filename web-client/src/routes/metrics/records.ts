/** For tests: readers of both languages, and records of the metric. */
import type { MetricIndicator, MetricValue } from '$lib/api/types';
import { formatFor } from '$lib/format/format';
import english from '$lib/i18n/en/metrics';
import spanish from '$lib/i18n/es/metrics';

export const en = { m: english, f: formatFor('en'), language: 'en' as const, edition: String };
export const es = { m: spanish, f: formatFor('es'), language: 'es' as const, edition: String };

export const value = (edition: number, indicator: string, number: number, more: Partial<MetricValue> = {}) =>
  ({
    id: `${edition}.${indicator}`,
    edition,
    indicator,
    value: number,
    published_value: number,
    recomputed_value: null,
    scope: 'national',
    note_es: null,
    note_en: null,
    ...more,
  }) as MetricValue;
export const indicators = [
  { id: 'participation', name_es: 'Participación', name_en: 'Participation', part_of: 'open_government_index' },
  { id: 'participation_government', name_es: 'Participación, gobierno', name_en: 'Participation, government', part_of: 'participation' },
  { id: 'participation_citizen', name_es: 'Participación, ciudadanía', name_en: 'Participation, citizens', part_of: 'participation' },
] as MetricIndicator[];
