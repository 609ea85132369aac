import { describe, expect, it } from 'vitest';
import type { MeasureRow } from '$lib/api/types';
import { knownParts, measuredParts } from './status';

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

  it('is only what is not on record where no status is: none of the others is 0', () => {
    const row = (status: string | null, total: number) => ({ status, total }) as unknown as MeasureRow;
    const shown = (...rows: MeasureRow[]) => knownParts(measuredParts({ rows })).map(({ status, count }) => [status, count]);
    expect(shown(row(null, 115))).toEqual([['no_data', 115]]);
    expect(shown(row(null, 114), row('completed', 1))).toHaveLength(5);
    expect(shown()).toEqual([['no_data', 0]]);
  });
});
