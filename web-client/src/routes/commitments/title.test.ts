import { describe, expect, it } from 'vitest';
import common from '$lib/i18n/en/common';
import comun from '$lib/i18n/es/common';
import en from '$lib/i18n/en/commitments';
import es from '$lib/i18n/es/commitments';
import type { Problem } from '$lib/api/types';
import { formatFor } from '$lib/format/format';
import type { Active, FilterName } from '$lib/records/filters';
import { narrowedTitle } from '$lib/url/narrowed';
import { accepted } from './title';

const value = (_: string, code: string) => ({ water_and_sanitation: 'Water and sanitation', completed: 'Completed' })[code] ?? code;
const titleOf = (filters: readonly Active[], m: typeof es = en as unknown as typeof es) =>
  narrowedTitle(filters, {
    title: m.title,
    nameOf: (name) => m.facet[name as FilterName],
    valueOf: value,
    w: m === es ? comun.narrowed : common.narrowed,
    f: formatFor(m === es ? 'es' : 'en'),
    themes: 'policy_area',
  });

describe('the title of the explorer', () => {
  it('names its filters, themes first', () => {
    const filters = [
      { name: 'status', value: 'completed' },
      { name: 'policy_area', value: 'water_and_sanitation' },
      { name: 'year', value: '2019' },
    ] as const;
    expect(titleOf(filters)).toBe(
      'Commitments about Water and sanitation, reported status: Completed; year in which its plan begins: 2019',
    );
    const both = [
      { name: 'early_results', value: 'outstanding' },
      { name: 'early_results', value: 'major' },
    ] as const;
    expect(titleOf(both)).toBe('Commitments, early results: outstanding or major');
    expect(titleOf([{ name: 'q', value: 'agua' }], es)).toBe('Compromisos: «agua»');
  });

  it('has nothing that is refused', () => {
    const filters = [
      { name: 'state', value: 'jalisco' },
      { name: 'year', value: '2019' },
      { name: 'q', value: '-agua' },
    ] as const;
    const problem = { errors: [{ parameter: 'state', value: 'JALISCO' }] } as unknown as Problem;
    expect(accepted(filters, problem)).toEqual([{ name: 'year', value: '2019' }]);
  });

  it('is no longer than can be read', () => {
    expect(titleOf([{ name: 'q', value: 'x'.repeat(200) }]).length).toBeLessThan(90);
    const years = Array.from({ length: 40 }, (_, i) => ({ name: 'year', value: String(1990 + i) }) as const);
    expect(titleOf(years)).toBe('Commitments, year in which its plan begins: 1990, 1991, 1992, 1993, 1994, or 35 more');
  });

  it('is that of the page without any', () => expect(titleOf([])).toBe('Commitments'));
});
