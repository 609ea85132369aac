import { describe, expect, it } from 'vitest';
import type { CommitmentGroup } from '$lib/api/types';
import { finished, statusParts, unknown } from './status';

const group = (status: string | null, count: number) => ({ status, count, mean_progress_percent: null, rows_url: '' }) as CommitmentGroup;

describe('the parts of a status chart', () => {
  const parts = statusParts([group('verified', 3), group(null, 4), group('completed', 2), group('verified', 1)]);

  it('are every status in its order, those of one status together', () => {
    expect(parts).toEqual([
      { status: 'not_started', count: 0, share: 0 },
      { status: 'in_progress', count: 0, share: 0 },
      { status: 'completed', count: 2, share: 0.2 },
      { status: 'verified', count: 4, share: 0.4 },
      { status: 'no_data', count: 4, share: 0.4 },
    ]);
  });

  it('count as finished what is reported or verified to be', () => {
    expect([finished(parts), unknown(parts)]).toEqual([6, 4]);
  });

  it('have no share where nothing is counted', () => {
    expect(statusParts([]).map(({ share }) => share)).toEqual([0, 0, 0, 0, 0]);
    expect(unknown([])).toBe(0);
  });
});
