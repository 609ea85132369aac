import { ask } from '$lib/api/client';
import { once } from '$lib/api/once';
import type { MeasureRow, Summary, SummaryFigure } from '$lib/api/types';

export function loadSummary(signal: AbortSignal): Promise<Summary> {
  return once('/stats/summary', (own) => ask((api) => api.GET('/api/v1/stats/summary', { signal: own })), signal);
}

/** Whether a number is the one that the presentation states, and not more than that: then it is as old as the presentation. */
export function isPresented(
  figure: Pick<SummaryFigure, 'confidence' | 'stated'> | undefined,
  row: Pick<MeasureRow, 'yes'> | undefined,
): boolean {
  return figure?.confidence === 'presentation' && figure.stated !== null && figure.stated === row?.yes;
}
