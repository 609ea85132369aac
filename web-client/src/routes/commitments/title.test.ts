import { describe, expect, it } from 'vitest';
import en from '$lib/i18n/en/commitments';
import es from '$lib/i18n/es/commitments';
import type { Problem } from '$lib/api/types';
import { accepted, titleOf } from './title';

const value = (_: string, code: string) => ({ water_and_sanitation: 'Water and sanitation', completed: 'Completed' })[code] ?? code;
const list = (items: string[]) => items.join(' and ');

describe('the title of the explorer', () => {
  it('names its filters, themes first', () => {
    const filters = [
      { name: 'status', value: 'completed' },
      { name: 'policy_area', value: 'water_and_sanitation' },
      { name: 'year', value: '2019' },
    ] as const;
    expect(titleOf(filters, value, en, list)).toBe('Commitments about Water and sanitation, Reported status: Completed, 2019');
    const both = [
      { name: 'early_results', value: 'outstanding' },
      { name: 'early_results', value: 'major' },
    ] as const;
    expect(titleOf(both, value, en, list)).toBe('Commitments: Early results: outstanding, major');
    expect(titleOf([{ name: 'q', value: 'agua' }], value, es, list)).toBe('Compromisos: «agua»');
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
    expect(titleOf([{ name: 'q', value: 'x'.repeat(200) }], value, en, list).length).toBeLessThan(90);
    const years = Array.from({ length: 40 }, (_, i) => ({ name: 'year', value: String(1990 + i) }) as const);
    expect(titleOf(years, value, en, list)).toBe('Commitments: 1990, 1991, 1992, 1993, 1994, +35');
  });

  it('is that of the page without any', () => expect(titleOf([], value, en, list)).toBe('Commitments'));
});
