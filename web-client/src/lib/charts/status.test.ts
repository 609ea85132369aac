import { describe, expect, it } from 'vitest';
import type { CommitmentGroup, MeasureRow } from '$lib/api/types';
import { finished, measuredParts, statusParts } from './status';

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
    expect(finished(parts)).toBe(6);
  });

  it('have no share where nothing is counted', () => {
    expect(statusParts([]).map(({ share }) => share)).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('what a measure counts, by status', () => {
  it('is every status in its order, each with the row that it is of', () => {
    const unknown = { status: null, total: 89 } as unknown as MeasureRow;
    const completed = { status: 'completed', total: 1 } as unknown as MeasureRow;
    expect(measuredParts({ rows: [unknown, completed] }).map(({ status, count, row }) => [status, count, row])).toEqual([
      ['not_started', 0, undefined],
      ['in_progress', 0, undefined],
      ['completed', 1, completed],
      ['verified', 0, undefined],
      ['no_data', 89, unknown],
    ]);
    expect(measuredParts({ rows: [] }).map(({ share }) => share)).toEqual([0, 0, 0, 0, 0]);
  });
});
