import { describe, expect, it } from 'vitest';
import type { MetricValue, State } from '$lib/api/types';
import { formatFor } from '$lib/format/format';
import english from '$lib/i18n/en/common';
import spanish from '$lib/i18n/es/common';
import {
  editionsWithStates,
  fullestEdition,
  isProgress,
  measureView,
  metricSeries,
  progressSeries,
  stateName,
  type Progress,
} from './measures';

const en = { t: english, f: formatFor('en'), language: 'en' as const };
const es = { t: spanish, f: formatFor('es'), language: 'es' as const };

const state = (id: string, name: string, facts: Partial<State> = {}) =>
  ({
    id,
    name_es: name,
    name_en: null,
    participates: true,
    participation_confidence: 'documented',
    secretariat_id: null,
    plans_stated: 0,
    plans_documented: 0,
    commitments_documented: 0,
    commitments_completed: 0,
    ...facts,
  }) as State;

const states = [
  state('MX-DUR', 'Durango', { secretariat_id: 'MX-DUR-STL', plans_stated: 2, plans_documented: 1, commitments_documented: 12 }),
  state('MX-JAL', 'Jalisco', { secretariat_id: 'MX-JAL-STL', plans_stated: 2, plans_documented: 3, commitments_documented: 30 }),
  state('MX-MEX', 'Estado de México', { name_en: 'State of Mexico', plans_stated: 1 }),
  state('MX-PUE', 'Puebla', { participates: false }),
];
const series = (measure: Progress, results: string[] = [], of = states) => progressSeries(of, new Set(results), measure, en);
const rows = (measure: Progress, results: string[] = []) => series(measure, results).rows.map(({ id, order, text }) => [id, order, text]);
const classes = (measure: Progress, results: string[] = []) =>
  series(measure, results).choropleth.classes.map(({ key, label, fill, count }) => [key, label, fill, count]);

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

describe('who takes part', () => {
  it('is told state by state', () => {
    expect(rows('participates')).toEqual([
      ['MX-DUR', 1, 'Takes part'],
      ['MX-JAL', 1, 'Takes part'],
      ['MX-MEX', 1, 'Takes part'],
      ['MX-PUE', 0, 'Does not take part'],
    ]);
    expect(classes('participates')).toEqual([
      ['yes', 'Takes part', 4, 3],
      ['no', 'Does not take part', 'zero', 1],
    ]);
    expect(series('participates').rows.map(({ name }) => name)).toEqual(['Durango', 'Jalisco', 'State of Mexico', 'Puebla']);
  });

  it('names who is missing, up to four; a longer list is the map’s', () => {
    const without = (count: number) => [
      state('MX-DUR', 'Durango'),
      ...['Colima', 'Nayarit', 'Puebla', 'Tabasco', 'Tlaxcala']
        .slice(0, count)
        .map((name) => state(`MX-${name}`, name, { participates: false })),
    ];
    expect(series('participates', [], without(4)).answer).toBe('1 of the 5 states take part; not Colima, Nayarit, Puebla, and Tabasco.');
    expect(series('participates', [], without(5)).answer).toBe('1 of the 6 states take part.');
    expect(series('participates', [], without(0)).answer).toBe('1 of the 1 states take part.');
    expect(progressSeries(states, new Set(), 'participates', es).rows[3]?.text).toBe(spanish.measure.participatesNo);
  });
});

describe('secretariats', () => {
  it('that are not documented are no data, not a “no”', () => {
    expect(rows('secretariat')).toEqual([
      ['MX-DUR', 1, 'Documented'],
      ['MX-JAL', 1, 'Documented'],
      ['MX-MEX', null, 'Not documented'],
      ['MX-PUE', null, 'Not documented'],
    ]);
    expect(classes('secretariat')).toEqual([
      ['yes', 'Documented', 4, 2],
      ['no', 'Not documented', 'no_data', 2],
    ]);
    expect(series('secretariat').answer).toBe('2 of the 4 states have a secretariat documented here.');
  });
});

describe('the stage of the states', () => {
  const six = [
    ...states,
    state('MX-OAX', 'Oaxaca'),
    state('MX-VER', 'Veracruz', { secretariat_id: 'MX-VER-STL' }),
    state('MX-CHP', 'Chiapas', { commitments_documented: 4 }),
  ];
  it('goes from none to results, in steps of one colour ramp', () => {
    expect(series('stage', ['MX-JAL'], six).rows.map(({ id, order, text }) => [id, order, text])).toEqual([
      ['MX-DUR', 4, 'Documented commitments'],
      ['MX-JAL', 5, 'Results'],
      ['MX-MEX', 3, 'Plan'],
      ['MX-PUE', 0, 'Does not take part'],
      ['MX-OAX', 1, 'Declaration'],
      ['MX-VER', 2, 'Secretariat'],
      ['MX-CHP', 4, 'Documented commitments'],
    ]);
    expect(series('stage', ['MX-JAL'], six).choropleth.classes.map(({ key, label, fill, count }) => [key, label, fill, count])).toEqual([
      ['none', 'Does not take part', 'zero', 1],
      ['declaration', 'Declaration', 1, 1],
      ['secretariat', 'Secretariat', 2, 1],
      ['plan', 'Plan', 3, 1],
      ['commitments', 'Documented commitments', 4, 2],
      ['results', 'Results', 5, 1],
    ]);
  });

  it('answers with who has results, who got as far as a plan and who does not take part', () => {
    expect(series('stage', ['MX-JAL'], six).answer).toBe(
      '1 state has results on record; 4 got at least as far as a plan, and 1 does not take part.',
    );
  });
});

describe('counts of plans and commitments', () => {
  it('tell zero from one, and each measure counts its own', () => {
    expect(rows('plans_documented')).toEqual([
      ['MX-DUR', 1, '1'],
      ['MX-JAL', 3, '3'],
      ['MX-MEX', 0, '0'],
      ['MX-PUE', 0, '0'],
    ]);
    expect(classes('plans_documented')).toEqual([
      ['zero', '0', 'zero', 2],
      ['1', '1', 2, 1],
      ['2', '3', 4, 1],
    ]);
    expect(rows('plans_stated').map(([, order]) => order)).toEqual([2, 2, 1, 0]);
    expect(rows('commitments_documented').map(([, order]) => order)).toEqual([12, 30, 0, 0]);
  });

  it('answer with how many have any and who has most', () => {
    expect(series('plans_stated').answer).toBe('3 of the 4 states have at least one; the most is 2, in Durango and Jalisco.');
    expect(series('commitments_documented').answer).toBe('2 of the 4 states have at least one; the most is 30, in Jalisco.');
    expect(series('plans_stated', [], [states[3]!]).answer).toBe('None of the 1 states has one.');
  });

  it('name up to six that have most, and count more than that', () => {
    const equal = (count: number) =>
      ['A', 'B', 'C', 'D', 'E', 'F', 'G'].slice(0, count).map((name) => state(name, name, { plans_stated: 1 }));
    expect(series('plans_stated', [], equal(6)).answer).toContain('in A, B, C, D, E, and F.');
    expect(series('plans_stated', [], equal(7)).answer).toContain('in 7 states.');
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
    const { rows, choropleth } = metricSeries(states, values, 2021, en);
    expect(rows).toEqual([
      { id: 'MX-DUR', name: 'Durango', order: 0.41, text: '0.41' },
      { id: 'MX-JAL', name: 'Jalisco', order: 0.52, text: '0.52' },
      { id: 'MX-MEX', name: 'State of Mexico', order: 0.3, text: '0.30' },
      { id: 'MX-PUE', name: 'Puebla', order: null, text: 'No record here' },
    ]);
    expect(choropleth.classing).toEqual({ kind: 'index', width: 0.05 });
    expect(choropleth.classes.map(({ label }) => label)).toEqual([
      '0.30 to 0.35',
      '0.35 to 0.40',
      '0.40 to 0.45',
      '0.45 to 0.50',
      '0.50 to 0.55',
      'No record here',
    ]);
    expect(choropleth.marks.map(({ text }) => text)).toEqual(['0.41', '0.52', '0.30', 'No record here']);
  });

  it('answers with the lowest, the highest and the national value', () => {
    expect(metricSeries(states, values, 2021, en).answer).toBe(
      'In 2021, from 0.30 (State of Mexico) to 0.52 (Jalisco); the national value is 0.48. There is data for 3 states only.',
    );
    expect(metricSeries(states, values, 2019, en).answer).toBe(
      'In 2019, from 0.90 (Durango) to 0.90 (Durango); the national value is 0.80. There is data for 1 state only.',
    );
  });

  it('does not take another value for the national one, and says nothing where none is known', () => {
    const without = [value(2021, null, 0.2, 'government_level'), value(2021, 'MX-DUR', 0.41)];
    expect(metricSeries(states, without, 2021, en).answer).toBe(
      'In 2021, from 0.41 (Durango) to 0.41 (Durango). There is data for 1 state only.',
    );
    expect(metricSeries(states, [value(2023, null, 0.46)], 2023, en).answer).toBe(
      'The 2023 edition has no state values for this indicator.',
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
