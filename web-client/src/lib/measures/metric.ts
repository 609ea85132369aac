import type { MetricValue } from '$lib/api/types';
import type { Marked } from './rows';

/** What says which value of the metric it is. */
export type Published = Pick<MetricValue, 'edition' | 'indicator' | 'scope' | 'state_id' | 'value'>;

/** A value of the metric as a row of its measure: of one edition, indicator and place there is one value. */
export function metricRow({ edition, indicator, scope, state_id, value }: Published): Marked {
  const filters = { scope: [scope], ...(state_id !== null && { state: [state_id] }) };
  return {
    of: { measure: { key: 'metric_value', unit: 'index' }, by: ['edition', 'indicator'], filters },
    row: { edition: String(edition), indicator, said_by: null, code: null, value },
  };
}
