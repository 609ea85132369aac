import { describe, expect, it } from 'vitest';
import { isUnknown } from './outcome';

describe('what is known of a number of commitments', () => {
  it('is no count where nothing is on record, and one where something is, also that it is not so', () => {
    expect(isUnknown({ yes: 0, no: 0, unknown: 13 })).toBe(true);
    expect(isUnknown({ yes: 0, no: 1, unknown: 12 })).toBe(false);
  });
});
