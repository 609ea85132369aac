import { describe, expect, it } from 'vitest';
import { isUnknown, knownBy, outcome, sum } from './outcome';

describe('whether it was done and whether it changed anything', () => {
  it('are counted apart, with what is unknown as a count of its own', () => {
    const { total, done, changed } = outcome([
      { status: 'completed', early_results: 'marginal', count: 2 },
      { status: 'verified', early_results: null, count: 1 },
      { status: 'in_progress', early_results: 'no_early_results_yet', count: 3 },
      { status: null, early_results: 'significant', count: 4 },
    ]);
    expect(total).toBe(10);
    expect(done).toEqual({ yes: 3, no: 3, unknown: 4 });
    expect(changed).toEqual({ yes: 6, no: 3, unknown: 1 });
  });

  it('have no count where nothing is known', () => {
    const plans = knownBy(
      [
        { plan: 'A', status: null, count: 13 },
        { plan: 'B', status: 'not_started', count: 1 },
      ],
      'plan',
      'status',
    );
    expect(isUnknown(plans.get('A')!)).toBe(true);
    expect(isUnknown(plans.get('B')!)).toBe(false);
    expect(sum([...plans.values()])).toEqual({ yes: 0, no: 1, unknown: 13 });
  });
});
