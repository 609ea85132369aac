import { expect } from 'vitest';

/** What a test looks at one by one, of which there must be one at least: of none it would hold, whatever it says. */
export function some<T>(all: Iterable<T>): T[] {
  const each = [...all];
  expect(each, 'what the test is about').not.toHaveLength(0);
  return each;
}
