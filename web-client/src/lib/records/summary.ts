import { ask } from '$lib/api/client';
import type { Summary } from '$lib/api/types';

export function loadSummary(signal: AbortSignal): Promise<Summary> {
  return ask((api) => api.GET('/api/v1/stats/summary', { signal }));
}
