import { describe, expect, it } from 'vitest';
import { sorted, type SortValue } from './sorted';

// By length, so that it cannot be mistaken for any other order of texts.
const byLength = (a: string, b: string) => a.length - b.length;
const order = (values: SortValue[], descending = false) => sorted(values, (value) => value, descending, byLength);

describe('the order of a table', () => {
  it('is that of the language for texts', () => {
    expect(order(['ccc', 'a', 'bb'])).toEqual(['a', 'bb', 'ccc']);
    expect(order(['bb', 'a', 'ccc'], true)).toEqual(['ccc', 'bb', 'a']);
  });

  it('is by size for numbers, and no before yes', () => {
    expect(order([10, 9, 100])).toEqual([9, 10, 100]);
    expect(order([true, false, true])).toEqual([false, true, true]);
  });

  it('has what is unknown last whatever stands beside it, and those in the order in which they came', () => {
    for (const descending of [false, true]) expect(order([null, 3, null, 3], descending)).toEqual([3, 3, null, null]);
    const rows = ['x', 'y', 'z'].map((name, i) => ({ name, value: i === 1 ? -1 : null }));
    const names = (of: typeof rows) => of.map(({ name }) => name).join('');
    expect(names(sorted(rows, ({ value }) => value, false, byLength))).toBe('yxz');
    expect(names(sorted(rows, ({ value }) => value, true, byLength))).toBe('yxz');
  });

  it('leaves the rows themselves as they were', () => {
    const rows = [2, 1];
    expect([order(rows), rows]).toEqual([
      [1, 2],
      [2, 1],
    ]);
  });
});
