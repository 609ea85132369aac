import { describe, expect, it } from 'vitest';
import type { Asked } from '$lib/measures/ask';
import { measured, numbers, words } from './rows';

const thousands = (value: number) => `${value} k`;

describe('a fact of the states compared', () => {
  it('in words stands for each state, without a distance', () => {
    expect(words('stage', 'Stage', ['Plan', null, 'Results'])).toEqual({
      id: 'stage',
      label: 'Stage',
      cells: ['Plan', null, 'Results'],
      difference: null,
      differs: true,
      numeric: false,
    });
    expect(words('stage', 'Stage', ['Plan', 'Plan']).differs).toBe(false);
  });

  it('in numbers says how far apart they are, leaving the unknown as it is', () => {
    expect(numbers('population', 'Population', [30, null, 12], thousands)).toEqual({
      id: 'population',
      label: 'Population',
      cells: ['30 k', null, '12 k'],
      difference: '18 k',
      differs: true,
      numeric: true,
    });
  });

  it('has no distance where fewer than two are known', () => {
    expect(numbers('plans', 'Plans', [3, null], thousands)).toMatchObject({ cells: ['3 k', null], difference: null });
  });

  it('has a distance of zero where all are alike, and zero is a number', () => {
    expect(numbers('plans', 'Plans', [0, 0], thousands)).toMatchObject({ cells: ['0 k', '0 k'], difference: '0 k', differs: false });
  });

  it('that is a measure is its row of each state: without a row, and with one of which nothing is on record, it is not 0', () => {
    const row = (state: string, facts: object) => ({ state, said_by: null, value: null, yes: null, no: null, unknown: null, ...facts });
    const asked = (...rows: object[]) => ({ measure: { unit: 'plans' }, rows }) as unknown as Asked;
    const counted = asked(row('MX-DUR', { value: 6, total: 6 }));
    expect(measured('plans', 'Plans', counted, 'value', ['MX-DUR', 'MX-PUE'], thousands).cells).toEqual(['6 k', null]);
    const known = asked(row('MX-DUR', { yes: 0, no: 0, unknown: 6, total: 6 }), row('MX-JAL', { yes: 2, no: 1, unknown: 12, total: 15 }));
    const finished = measured('finished', 'Finished', known, 'yes', ['MX-JAL', 'MX-DUR', 'MX-PUE'], thousands);
    expect(finished.cells).toEqual(['2 k', null, null]);
    expect(finished.marks?.map((mark) => mark?.row.total ?? null)).toEqual([15, 6, null]);
  });
});
