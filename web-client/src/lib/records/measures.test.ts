import { describe, expect, it } from 'vitest';
import type { MetricValue, State } from '$lib/api/types';
import { formatFor } from '$lib/format/format';
import english from '$lib/i18n/en/common';
import { editionsWithStates, fullestEdition, isProgress, metricSeries, stateName } from './measures';
import { measureView } from './map-view';

const en = { t: english, f: formatFor('en'), language: 'en' as const };

const state = (id: string, name: string, facts: Partial<State> = {}) =>
  ({
    id,
    name_es: name,
    name_en: null,
    ...facts,
  }) as State;

const states = [
  state('MX-DUR', 'Durango'),
  state('MX-JAL', 'Jalisco'),
  state('MX-MEX', 'Estado de México', { name_en: 'State of Mexico' }),
  state('MX-PUE', 'Puebla'),
];
describe('what a map can show', () => {
  it('is a measure of progress, or else an indicator of the metric', () => {
    for (const measure of ['participates', 'stage', 'secretariat', 'plans_stated', 'plans_documented', 'commitments_documented'])
      expect(isProgress(measure), measure).toBe(true);
    for (const other of ['transparency', 'open_government_index', '']) expect(isProgress(other), other).toBe(false);
  });

  it('is what the page is about until the address says otherwise', () => {
    const view = measureView('plans_stated');
    expect(view.parse(new URLSearchParams(''))).toEqual({
      measure: 'plans_stated',
      edition: '',
      map: 'geo',
      tab: 'map',
      class: '',
      value: { key: 'name', descending: false },
      sort: { key: 'stage', descending: true },
    });
    const asked = 'measure=transparency&edition=2021&map=tiles&tab=table&class=zero&value=-value&sort=population';
    expect(view.parse(new URLSearchParams(asked))).toEqual({
      measure: 'transparency',
      edition: '2021',
      map: 'tiles',
      tab: 'table',
      class: 'zero',
      value: { key: 'value', descending: true },
      sort: { key: 'population', descending: false },
    });
  });

  it.each(['name', 'stage', 'declaration', 'secretariat', 'plans', 'plansDocumented', 'commitments', 'index', 'population'])(
    'has a table that can be ordered by %s',
    (column) => {
      const { sort, value } = measureView('stage').parse(new URLSearchParams(`sort=-${column}&value=name`));
      expect([sort.key, sort.descending, value.key]).toEqual([column, true, 'name']);
    },
  );

  it('can be drawn as the geographic map, and shown as the map, by name', () => {
    const parse = (search: string) => measureView('stage').parse(new URLSearchParams(search));
    expect([parse('map=geo').map, parse('map=globe').map]).toEqual(['geo', 'geo']);
    expect([parse('tab=map').tab, parse('tab=chart').tab]).toEqual(['map', 'map']);
  });

  it('names a state in the reader’s language where that name is known', () => {
    expect(stateName(states[2]!, 'en')).toBe('State of Mexico');
    expect(stateName(states[2]!, 'es')).toBe('Estado de México');
    expect(stateName(states[0]!, 'en')).toBe('Durango');
  });
});

const value = (edition: number, state_id: string | null, number: number, scope = state_id === null ? 'national' : 'state') =>
  ({ edition, state_id, scope, value: number }) as MetricValue;

describe('an indicator of one edition', () => {
  const values = [
    value(2019, 'MX-DUR', 0.9),
    value(2019, null, 0.8),
    value(2021, 'MX-JAL', 0.52),
    value(2021, 'MX-DUR', 0.41),
    value(2021, 'MX-MEX', 0.3),
    value(2021, null, 0.48),
  ];

  it('has the values of that edition alone, and no data is not zero', () => {
    const { rows, choropleth } = metricSeries(states, values, 2021, '2021', en);
    expect(rows).toMatchObject([
      { id: 'MX-DUR', name: 'Durango', order: 0.41, text: '0.41' },
      { id: 'MX-JAL', name: 'Jalisco', order: 0.52, text: '0.52' },
      { id: 'MX-MEX', name: 'State of Mexico', order: 0.3, text: '0.30' },
      { id: 'MX-PUE', name: 'Puebla', order: null, text: 'No record here' },
    ]);
    expect(choropleth.classing).toEqual({ kind: 'index', width: 0.05 });
    expect(choropleth.classes.map(({ label }) => label)).toEqual([
      '0.30 to 0.34',
      '0.35 to 0.39',
      '0.40 to 0.44',
      '0.45 to 0.49',
      '0.50 to 0.52',
      'No record here',
    ]);
    expect(choropleth.marks.map(({ text }) => text)).toEqual(['0.41', '0.52', '0.30', 'No record here']);
  });

  it('answers with the lowest, the highest and the national value', () => {
    expect(metricSeries(states, values, 2021, '2021', en).answer).toBe(
      'In the edition of 2021, from 0.30 (State of Mexico) to 0.52 (Jalisco); the national value is 0.48. There is data for 3 states only.',
    );
    expect(metricSeries(states, values, 2019, '2019', en).answer).toBe(
      'In the edition of 2019, from 0.90 (Durango) to 0.90 (Durango); the national value is 0.80. There is data for 1 state only.',
    );
  });

  it('says of which state that it names the value is doubtful', () => {
    const doubtful = values.map((each) =>
      each.state_id === 'MX-JAL' ? { ...each, note_es: '¿?', note_en: '?', confidence: 'documented' } : each,
    );
    expect(metricSeries(states, doubtful as MetricValue[], 2021, '2021', en).answer).toContain(
      'only. With a reservation: the value of Jalisco has a note that says what is doubtful of it.',
    );
  });

  it('shows a value that sources contradict as disputed, neither as a value nor as unknown', () => {
    const contradicted = [...values, { ...value(2021, 'MX-PUE', 0.9), confidence: 'disputed' } as MetricValue];
    const { rows, choropleth, answer } = metricSeries(states, contradicted, 2021, '2021', en);
    expect(rows[3]).toMatchObject({ id: 'MX-PUE', order: null, text: 'Disputed', disputed: true });
    expect(choropleth.classes.at(-1)).toMatchObject({ key: 'disputed', fill: 'disputed', count: 1 });
    expect(choropleth.marks[3]).toMatchObject({ text: 'Disputed', fill: 'disputed' });
    expect(answer).toContain('to 0.52 (Jalisco)');
    expect(editionsWithStates(contradicted)).toEqual(editionsWithStates(values));
    const only = [{ ...value(2021, 'MX-PUE', 0.9), confidence: 'disputed' } as MetricValue];
    expect(editionsWithStates(only)).toEqual([{ edition: 2021, states: 0 }]);
    expect(metricSeries(states, only, 2021, '2021', en).choropleth.marks[3]).toMatchObject({ fill: 'disputed' });
  });

  it('does not take another value for the national one, and says nothing where none is known', () => {
    const without = [value(2021, null, 0.2, 'government_level'), value(2021, 'MX-DUR', 0.41)];
    expect(metricSeries(states, without, 2021, '2021', en).answer).toBe(
      'In the edition of 2021, from 0.41 (Durango) to 0.41 (Durango). There is data for 1 state only.',
    );
    expect(metricSeries(states, [value(2023, null, 0.46)], 2023, '2023', en).answer).toBe(
      'There is no record here of undisputed state values of this indicator in the edition of 2023.',
    );
  });
});

describe('the editions of an indicator', () => {
  const values = [
    value(2017, 'MX-DUR', 0.3),
    value(2017, 'MX-JAL', 0.4),
    value(2019, 'MX-DUR', 0.5),
    value(2019, 'MX-JAL', 0.5),
    value(2021, 'MX-DUR', 0.41),
    value(2021, null, 0.48),
    value(2023, null, 0.46),
  ];
  it('are those that say something about a state, the newest first', () => {
    expect(editionsWithStates(values)).toEqual([
      { edition: 2021, states: 1 },
      { edition: 2019, states: 2 },
      { edition: 2017, states: 2 },
    ]);
  });

  it('begin with the one that covers most states, the newest of those that cover as many', () => {
    expect(fullestEdition(editionsWithStates(values))).toBe(2019);
    expect(
      fullestEdition([
        { edition: 2017, states: 9 },
        { edition: 2015, states: 3 },
      ]),
    ).toBe(2017);
    expect(fullestEdition([])).toBeUndefined();
  });
});
