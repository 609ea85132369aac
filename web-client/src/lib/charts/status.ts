import type { CommitmentGroup, ImplementationStatus, MeasureRow } from '$lib/api/types';
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

/** Rows of /stats/commitments?group_by=status as the parts of one whole, in the order of the statuses. */
export function statusParts(groups: readonly CommitmentGroup[]): StatusPart[] {
  const counts = new Map<StatusKey, number>();
  for (const group of groups) {
    const key = statusKey((group.status ?? null) as ImplementationStatus | null);
    counts.set(key, (counts.get(key) ?? 0) + group.count);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return STATUSES.map((status) => {
    const count = counts.get(status) ?? 0;
    return { status, count, share: total === 0 ? 0 : count / total };
  });
}

export function finished(parts: readonly StatusPart[]): number {
  return parts.filter(({ status }) => status === 'completed' || status === 'verified').reduce((sum, { count }) => sum + count, 0);
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
