import { describe, expect, it } from 'vitest';
import type { MetricIndicator, MetricValue } from '$lib/api/types';
import { chosenStates, differ, fullestEdition, leaders, metricRows, peers, spread } from './model';

const all = [
  { id: 'MX-DUR', inegi_code: '10', population: 1_800_000 },
  { id: 'MX-JAL', inegi_code: '14', population: 8_300_000 },
  { id: 'MX-ZAC', inegi_code: '32', population: 1_600_000 },
  { id: 'MX-VER', inegi_code: '30', population: 8_000_000 },
  { id: 'MX-OAX', inegi_code: '20', population: 4_100_000 },
  { id: 'MX-SON', inegi_code: '26', population: null },
];

describe('comparing states', () => {
  it('takes codes as the API does, once each, and says which it does not know', () => {
    const { states, unknown } = chosenStates(['mx-dur', '14', 'MX-DUR', 'MX-XXX'], all);
    expect(states.map(({ id }) => id)).toEqual(['MX-DUR', 'MX-JAL']);
    expect(unknown).toEqual(['MX-XXX']);
  });

  it('compares five at most and says which are left out', () => {
    const { states, left } = chosenStates(
      all.map(({ id }) => id),
      all,
    );
    expect(states).toHaveLength(5);
    expect(left.map(({ id }) => id)).toEqual(['MX-SON']);
  });

  it('suggests states of similar size, never one of unknown population', () => {
    expect(peers([all[0]!], all, 2).map(({ id }) => id)).toEqual(['MX-ZAC', 'MX-OAX']);
    expect(peers([all[5]!], all, 2)).toEqual([]);
  });

  it('has a row for each edition and indicator that says something, and the fullest edition', () => {
    const indicators = [
      { id: 'index', name_es: 'Índice', name_en: 'Index' },
      { id: 'silent', name_es: '', name_en: '' },
    ] as MetricIndicator[];
    const value = (edition: number, state_id: string | null, number: number) =>
      ({ edition, indicator: 'index', state_id, scope: state_id ? 'state' : 'national', value: number }) as MetricValue;
    const rows = metricRows(['MX-DUR', 'MX-JAL'], indicators, [
      value(2017, 'MX-DUR', 0.3),
      value(2017, 'MX-JAL', 0.5),
      value(2017, null, 0.39),
      value(2021, 'MX-JAL', 0.6),
    ]);
    expect(rows.map(({ edition, values, national }) => [edition, values, national])).toEqual([
      [2021, [null, 0.6], null],
      [2017, [0.3, 0.5], 0.39],
    ]);
    expect(fullestEdition(rows)).toBe(2017);
  });

  it('says where a value is disputed, also where no other state has one', () => {
    const value = (state_id: string, confidence: string) =>
      ({ edition: 2021, indicator: 'index', state_id, scope: 'state', value: 0.7, confidence }) as MetricValue;
    const indicators = [{ id: 'index', name_es: 'Índice', name_en: 'Index' }] as MetricIndicator[];
    const rows = (...all: MetricValue[]) => metricRows(['MX-DUR', 'MX-JAL'], indicators, all).map((row) => [row.values, row.disputed]);
    expect(rows(value('MX-DUR', 'documented'), value('MX-JAL', 'disputed'))).toEqual([
      [
        [0.7, null],
        [false, true],
      ],
    ]);
    expect(rows(value('MX-JAL', 'disputed'))).toEqual([
      [
        [null, null],
        [false, true],
      ],
    ]);
  });

  it('measures a difference only between values that are known', () => {
    expect(spread([1, null, 4])).toBe(3);
    expect(spread([1, null])).toBeNull();
    expect(differ([1, 1, null])).toBe(false);
    expect(differ(['a', 'b'])).toBe(true);
    expect(leaders([1, 4, null], (each) => each)).toEqual([4]);
    expect(leaders([4, 4], (each) => each)).toEqual([]);
  });
});
