import { describe, expect, it } from 'vitest';
import { some } from '../../../tools/some';
import { failureOf, refusedOf } from './failure';
import type { Problem } from './types';

describe('why a page is not there', () => {
  it('is the connection or an upgrade where its code cannot be had, in the words of every browser', () => {
    for (const message of some([
      'Failed to fetch dynamically imported module: https://example.org/_app/immutable/nodes/4.x.js',
      'error loading dynamically imported module: https://example.org/a.js',
      'Importing a module script failed.',
      'Unable to preload CSS for /_app/immutable/assets/a.css',
      'Failed to fetch',
      'Load failed',
      'NetworkError when attempting to fetch resource.',
    ])) {
      expect(failureOf(new TypeError(message), true)).toBe('unreachable');
      expect(failureOf(new TypeError(message), false)).toBe('offline');
    }
  });
  it('is a fault of ours where the code failed that came', () => {
    expect(failureOf(new TypeError('undefined is not a function'), true)).toBe('broken');
    expect(failureOf('thrown', false)).toBe('broken');
  });
});

describe('what the API refused', () => {
  it('is named with its value and the nearest one', () => {
    const errors = [{ parameter: 'status', code: 'unknown_code', value: 'complted', allowed: null, nearest: 'completed', detail: '' }];
    expect(refusedOf({ errors } as unknown as Problem)).toEqual([
      { name: 'status', value: 'complted', nearest: 'completed', code: 'unknown_code' },
    ]);
    expect(refusedOf({} as Problem)).toEqual([]);
  });
});
