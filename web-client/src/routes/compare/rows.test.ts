import { describe, expect, it } from 'vitest';
import { numbers, words } from './rows';

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
});
