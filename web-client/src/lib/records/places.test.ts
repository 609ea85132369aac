import { describe, expect, it } from 'vitest';
import { formatFor } from '$lib/format/format';
import { some } from '../../../tools/some';
import { extremes, placeOf, printed } from './places';

describe('places', () => {
  const values = [0.51, 0.384, 0.3789, 0.376, 0.38, 0.3751, 0.3749];

  it('are shared by all that print the same', () => {
    expect(values.map((value) => placeOf(value, values))).toEqual([
      { from: 1, to: 1 },
      { from: 2, to: 6 },
      { from: 2, to: 6 },
      { from: 2, to: 6 },
      { from: 2, to: 6 },
      { from: 2, to: 6 },
      { from: 7, to: 7 },
    ]);
  });

  it('go by what both languages print', () => {
    for (const value of some([0.385, 0.005, 0.0149, 0.995, 0.3749, 0.375, 0.5]))
      for (const language of some(['es', 'en'] as const))
        expect(formatFor(language).index(value)).toBe(formatFor(language).index(printed(value)));
  });

  it('name all that are lowest and all that are highest', () => {
    const named = (found: { name: string }[] | undefined) => found?.map(({ name }) => name);
    const found = extremes([
      { name: 'a', value: 0.384 },
      { name: 'b', value: 0.3789 },
      { name: 'c', value: 0.51 },
    ]);
    expect([named(found?.low), named(found?.high)]).toEqual([['a', 'b'], ['c']]);
    expect(extremes([])).toBeUndefined();
  });
});
