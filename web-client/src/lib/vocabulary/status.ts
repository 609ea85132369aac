import type { ImplementationStatus } from '$lib/api/types';

/** Null is a status of its own here: no source reports one. */
export type StatusKey = ImplementationStatus | 'no_data';

/** From least to most done, "no data" last: the order of every chart and filter. */
export const STATUSES: readonly StatusKey[] = ['not_started', 'in_progress', 'completed', 'verified', 'no_data'];

export function statusKey(status: ImplementationStatus | null): StatusKey {
  return status ?? 'no_data';
}

/** CSS colour of a status; "no data" has none, it is hatched. */
export function statusColour(status: StatusKey): string | null {
  return status === 'no_data' ? null : `var(--status-${status.replace('_', '-')})`;
}
