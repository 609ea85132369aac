/** Policy areas with what measures count of each. */
import { askMeasures, type Asked } from '$lib/measures/ask';
import type { Measure, Term } from '$lib/api/types';
import type { Language } from '$lib/i18n/language';
import { textOf, type Bilingual } from '$lib/i18n/localized';
import { coded } from '$lib/measures/rows';

const KEYS = ['commitments_documented', 'finished', 'early_results'] as const;
export type Key = (typeof KEYS)[number];
export type Counts = Record<Key, Asked>;

export const loadThemes = (signal: AbortSignal): Promise<Counts> => askMeasures(KEYS, ['policy_area'], {}, signal);

export interface Theme {
  /** Code of the policy area; null for commitments of which none is on record. */
  code: string | null;
  name: string;
  /** The group of policy areas that it belongs to. */
  group: string;
  commitments: number;
}

/** Each policy area that a commitment has, the most frequent first, what has none last. */
export function themesOf(counts: Counts, terms: readonly Term[], language: Language, none: string): Theme[] {
  const known = new Map(terms.map((term) => [term.code, term]));
  return counts.commitments_documented.rows
    .map((row) => {
      const code = typeof row.policy_area === 'string' ? row.policy_area : null;
      const term = code === null ? undefined : known.get(code);
      return {
        code,
        name: textOf(row as Bilingual<'label'>, 'label', language) || none,
        group: term ? textOf(term, 'group', language) : '',
        commitments: row.value ?? 0,
      };
    })
    .sort((a, b) => Number(a.code === null) - Number(b.code === null) || b.commitments - a.commitments || a.name.localeCompare(b.name));
}

/** The row of a measure for a theme, and the parameters of the explorer that lists what it counts. */
export function rowOf(counts: Counts, key: Key, { code }: Theme) {
  const row = coded(counts[key], { policy_area: code });
  return row && { of: counts[key], row };
}

export function rowsQuery(url: string | null): Record<string, string> {
  return url === null ? {} : Object.fromEntries(new URL(url).searchParams);
}

export const measuresOf = (counts: Counts): Measure[] => KEYS.map((key) => counts[key].measure);
