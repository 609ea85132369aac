import type { MetricIndicator, MetricValue } from '$lib/api/types';
import { placeOf, type Place } from '$lib/records/places';

/** One indicator of the metric for one state, among all others of the same edition. */
export interface StateMetric {
  id: string;
  name_es: string;
  name_en: string;
  /** Null: this state has no value. */
  value: number | null;
  national: number | null;
  /** Every state's value, this one included. */
  states: number[];
  /** Null also where not all states have a value: a place is one among all of them. */
  place: Place | null;
  isPart: boolean;
}

/** The same number as the edition publishes it: of the state, or of the country where none is named. */
export const published = (edition: number, indicator: string, state_id: string | null, value: number) => ({
  edition,
  indicator,
  scope: state_id === null ? ('national' as const) : ('state' as const),
  state_id,
  value,
});

export function stateMetrics(
  indicators: readonly MetricIndicator[],
  values: readonly MetricValue[],
  state: string,
  /** How many states there are. */
  all: number,
): StateMetric[] {
  return indicators.flatMap(({ id, name_es, name_en, part_of, perspective }) => {
    const ofIndicator = values.filter(({ indicator }) => indicator === id);
    const states = ofIndicator.filter(({ scope }) => scope === 'state');
    const value = states.find(({ state_id }) => state_id === state)?.value ?? null;
    const national = ofIndicator.find(({ scope }) => scope === 'national')?.value ?? null;
    if (value === null && national === null) return [];
    return [
      {
        id,
        name_es,
        name_en,
        value,
        national,
        states: states.map((each) => each.value),
        place:
          value === null || states.length < all
            ? null
            : placeOf(
                value,
                states.map((each) => each.value),
              ),
        isPart: part_of !== null && perspective !== 'combined',
      },
    ];
  });
}
