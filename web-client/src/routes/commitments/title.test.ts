import { describe, expect, it } from 'vitest';
import en from '$lib/i18n/en/commitments';
import es from '$lib/i18n/es/commitments';
import { titleOf } from './title';

const value = (_: string, code: string) => ({ water_and_sanitation: 'Water and sanitation', completed: 'Completed' })[code] ?? code;
const list = (items: string[]) => items.join(' and ');

describe('the title of the explorer', () => {
  it('names its filters, themes first', () => {
    const filters = [
      { name: 'status', value: 'completed' },
      { name: 'policy_area', value: 'water_and_sanitation' },
      { name: 'year', value: '2019' },
    ] as const;
    expect(titleOf(filters, value, en, list)).toBe('Commitments about Water and sanitation, Was it done? Completed, 2019');
    expect(titleOf([{ name: 'q', value: 'agua' }], value, es, list)).toBe('Compromisos: «agua»');
  });

  it('is that of the page without any', () => expect(titleOf([], value, en, list)).toBe('Commitments'));
});
