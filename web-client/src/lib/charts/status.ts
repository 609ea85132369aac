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

/** The parts of which something is known, and what is not; where the status of none is known, that alone: none of the others is 0. */
export function knownParts(parts: readonly StatusPart[]): readonly StatusPart[] {
  return parts.some(({ status, count }) => status !== 'no_data' && count > 0) ? parts : parts.filter(({ status }) => status === 'no_data');
}

/** Fewer than these are told by their numbers alone: a percentage of six says more than six can. */
const FEWEST_SHARED = 10;

/** Whether parts are so many that each has a percentage beside its number. */
export function hasShares(parts: readonly StatusPart[]): boolean {
  return parts.reduce((sum, { count }) => sum + count, 0) >= FEWEST_SHARED;
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
