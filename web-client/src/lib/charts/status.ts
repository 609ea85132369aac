import type { ImplementationStatus, MeasureRow } from '$lib/api/types';
import type { Asked } from '$lib/measures/ask';
import { STATUSES, statusKey, type StatusKey } from '$lib/vocabulary/status';

export interface StatusPart {
  status: StatusKey;
  count: number;
  /** Of 1. */
  share: number;
  /** The row of a measure that the count is of. */
  row?: MeasureRow;
}

/** All that a measure counts, grouped by status, as the parts of one whole. */
export function measuredParts({ rows }: Pick<Asked, 'rows'>): StatusPart[] {
  const total = rows.reduce((sum, row) => sum + (row.total ?? 0), 0);
  return STATUSES.map((status) => {
    const row = rows.find((each) => statusKey((each.status ?? null) as ImplementationStatus | null) === status);
    const count = row?.total ?? 0;
    return { status, count, share: total === 0 ? 0 : count / total, ...(row && { row }) };
  });
}
