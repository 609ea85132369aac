import { describe, expect, it } from 'vitest';
import { some } from '../../../tools/some';
import cases from './nearest.cases.json';
import { distance, meant, nearest } from './nearest';

describe('the value that was meant', () => {
  it('is the one with fewest letters changed, whatever its case and accents', () => {
    expect(nearest('natinal', ['all', 'national', 'local'])).toBe('national');
    expect(nearest('LOCÁL', ['all', 'national', 'local'])).toBe('local');
    expect(nearest('chrat', ['chart', 'table'])).toBe('chart');
  });
  it('is none where nothing is near', () => {
    expect(nearest('xyzzy', ['chart', 'table'])).toBeUndefined();
    expect(nearest('', ['chart'])).toBeUndefined();
    expect(nearest('a', ['', 'table'])).toBeUndefined();
  });
  it('counts letters put in, taken out, changed and swapped', () => {
    expect([distance('abc', 'abc'), distance('abc', 'ab'), distance('abc', 'axc'), distance('abc', 'acb'), distance('', 'abc')]).toEqual([
      0, 1, 1, 1, 3,
    ]);
  });
  // The service offers the same one; its tests read the same cases.
  it.each(some(cases))('is the same with and without scripts: $given', (one) =>
    expect(meant(one.given, one.choices) ?? null).toBe(one.meant),
  );
});
