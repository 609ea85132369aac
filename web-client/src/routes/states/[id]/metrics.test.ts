import { describe, expect, it } from 'vitest';
import type { MetricIndicator, MetricValue } from '$lib/api/types';
import { stateMetrics } from './metrics';

const indicator = (id: string, part_of: string | null = null, perspective: string | null = null) =>
  ({ id, name_es: `${id} es`, name_en: `${id} en`, part_of, perspective }) as MetricIndicator;
const ofState = (indicator: string, state_id: string, value: number) => ({ indicator, scope: 'state', state_id, value }) as MetricValue;
const national = (indicator: string, value: number) => ({ indicator, scope: 'national', state_id: null, value }) as MetricValue;

const index = [
  ofState('index', 'MX-DUR', 0.4),
  ofState('index', 'MX-JAL', 0.5),
  ofState('index', 'MX-OAX', 0.4),
  ofState('index', 'MX-PUE', 0.3),
  national('index', 0.45),
];
const place = (state: string) => stateMetrics([indicator('index')], index, state, 4)[0]?.place?.from;

describe('the metric of a state', () => {
  it('stands beside the national value and those of all states', () => {
    const other = [national('transparency', 0.9), ofState('transparency', 'MX-DUR', 0.8)];
    expect(stateMetrics([indicator('index')], [...other, ...index], 'MX-DUR', 4)).toEqual([
      {
        id: 'index',
        name_es: 'index es',
        name_en: 'index en',
        value: 0.4,
        national: 0.45,
        states: [0.4, 0.5, 0.4, 0.3],
        place: { from: 2, to: 3 },
        isPart: false,
      },
    ]);
  });

  it('gives the highest the first place, and states with one value the same', () => {
    expect(['MX-JAL', 'MX-DUR', 'MX-OAX', 'MX-PUE'].map(place)).toEqual([1, 2, 2, 4]);
  });

  it('gives no place among some of the states', () => {
    expect(stateMetrics([indicator('index')], index, 'MX-JAL', 5)).toMatchObject([{ value: 0.5, place: null }]);
  });

  it('has no value and no place for a state that was not measured, and still the national value', () => {
    expect(stateMetrics([indicator('index')], index, 'MX-YUC', 4)).toMatchObject([{ value: null, national: 0.45, place: null }]);
  });

  it('keeps a state’s value where the country has none', () => {
    expect(stateMetrics([indicator('index')], [ofState('index', 'MX-DUR', 0.4)], 'MX-DUR', 4)).toMatchObject([
      { value: 0.4, national: null },
    ]);
  });

  it('leaves out an indicator that has neither', () => {
    expect(stateMetrics([indicator('index'), indicator('participation')], index, 'MX-DUR', 4).map(({ id }) => id)).toEqual(['index']);
    expect(stateMetrics([indicator('index')], [ofState('index', 'MX-JAL', 0.5)], 'MX-DUR', 4)).toEqual([]);
  });

  it('does not take the value of an institution for that of a state', () => {
    const institution = { indicator: 'index', scope: 'institution_type', state_id: 'MX-DUR', value: 0.9 } as MetricValue;
    expect(stateMetrics([indicator('index')], [institution, ...index], 'MX-DUR', 4)).toMatchObject([
      { value: 0.4, place: { from: 2, to: 3 } },
    ]);
  });

  it('sets the parts of an indicator under it, those seen from both sides together at its own level', () => {
    const all = [indicator('a', 'index', 'government'), indicator('b', 'index', 'combined'), indicator('c', null, 'government')];
    const values = [national('a', 0.1), national('b', 0.2), national('c', 0.3)];
    expect(stateMetrics(all, values, 'MX-DUR', 4).map(({ id, isPart }) => [id, isPart])).toEqual([
      ['a', true],
      ['b', false],
      ['c', false],
    ]);
  });
});
