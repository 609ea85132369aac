import { describe, expect, it } from 'vitest';
import { statusColour, statusKey, STATUSES } from './status';

describe('the status of a commitment', () => {
  it('goes from least to most done, with what no source reports at the end', () => {
    expect(STATUSES).toEqual(['not_started', 'in_progress', 'completed', 'verified', 'no_data']);
  });

  it('is “no data” where no source reports one', () => {
    expect([statusKey(null), statusKey('verified')]).toEqual(['no_data', 'verified']);
  });

  it('has a colour, but hatching without data', () => {
    expect(STATUSES.map(statusColour)).toEqual([
      'var(--status-not-started)',
      'var(--status-in-progress)',
      'var(--status-completed)',
      'var(--status-verified)',
      null,
    ]);
  });
});
