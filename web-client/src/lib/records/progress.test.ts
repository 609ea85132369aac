import { describe, expect, it, vi } from 'vitest';
import { answering } from '$lib/api/answering';
import type { State } from '$lib/api/types';
import { formatFor } from '$lib/format/format';
import english from '$lib/i18n/en/common';
import spanish from '$lib/i18n/es/common';
import type { Progress } from './map-view';
import { loadProgress, progressSeries, type ProgressData } from './measures';

const en = { t: english, f: formatFor('en'), language: 'en' as const };
const es = { t: spanish, f: formatFor('es'), language: 'es' as const };

const state = (id: string, name: string, facts: Partial<State> = {}) =>
  ({
    id,
    name_es: name,
    name_en: null,
    presentation_steps: [],
    undescribed_steps: [],
    stage_record_ids: [],
    commitments_documented: 0,
    ...facts,
  }) as State;

const states = [
  state('MX-DUR', 'Durango'),
  state('MX-JAL', 'Jalisco'),
  state('MX-MEX', 'Estado de México', { name_en: 'State of Mexico' }),
  state('MX-PUE', 'Puebla'),
];
const row = (state: string | undefined, facts: object) => ({
  state,
  said_by: null,
  value: null,
  yes: null,
  no: null,
  unknown: null,
  ...facts,
});
const answer = {
  answer_es: 'Participan {yes} de {total} entidades; {no} no. Sin registro aquí: {unknown}.',
  answer_en: '{yes} of {total} states take part; {no} do not. No record here: {unknown}.',
};
/** What the measure says of each state, and of all. */
const data = (all: object, ...byState: object[]) =>
  ({ all: { measure: answer, rows: [row(undefined, all)] }, byState: { measure: answer, rows: byState } }) as unknown as ProgressData;
const [yes, no, unknown] = [
  { yes: 1, no: 0, unknown: 0 },
  { yes: 0, no: 1, unknown: 0 },
  { yes: 0, no: 0, unknown: 1 },
];
const taking = data({ yes: 3, no: 1, unknown: 0, total: 4 }, row('MX-PUE', no), row('MX-DUR', yes), row('MX-JAL', yes), row('MX-MEX', yes));
const series = (measure: Progress, of: ProgressData, all = states) => progressSeries(all, measure, of, en);
const rows = (measure: Progress, of: ProgressData) => series(measure, of).rows.map(({ id, order, text }) => [id, order, text]);
const classes = (measure: Progress, of: ProgressData) =>
  series(measure, of).choropleth.classes.map(({ key, label, fill, count }) => [key, label, fill, count]);

describe('a measure of progress', () => {
  it('is asked state by state and of all, local ones alone where the country can have one, too', async () => {
    const items = (...all: object[]) => ({ items: all });
    const asked = answering({
      '/measures': items({ key: 'plans_documented' }, { key: 'state_stage' }),
      '/measures/plans_documented/values?by=state&level=local': items({ state: 'MX-DUR', value: 1 }),
      '/measures/plans_documented/values?level=local': items({ value: 1 }),
      '/measures/state_stage/values?by=state,stage': items({ state: 'MX-DUR', stage: 'plan', value: 1 }),
      '/measures/state_stage/values': items({ value: 1 }),
    });
    const { signal } = new AbortController();
    const { byState, all } = await loadProgress('plans_documented', signal);
    expect([byState.rows, all.rows]).toEqual([[{ state: 'MX-DUR', value: 1 }], [{ value: 1 }]]);
    expect((await loadProgress('stage', signal)).byState.path).toBe('/api/v1/measures/state_stage/values?by=state,stage');
    expect(asked.filter((address) => address === '/measures')).toHaveLength(1);
    vi.unstubAllGlobals();
  });
});

describe('who takes part', () => {
  it('is told state by state, whatever the order of the rows', () => {
    expect(rows('participates', taking)).toEqual([
      ['MX-DUR', 1, 'Joined'],
      ['MX-JAL', 1, 'Joined'],
      ['MX-MEX', 1, 'Joined'],
      ['MX-PUE', 0, 'Did not join'],
    ]);
    expect(classes('participates', taking)).toEqual([
      ['yes', 'Joined', 4, 3],
      ['no', 'Did not join', 'zero', 1],
    ]);
    expect(series('participates', taking).rows.map(({ name }) => name)).toEqual(['Durango', 'Jalisco', 'State of Mexico', 'Puebla']);
  });

  it('is answered in the words of the catalogue, with the numbers of the row of all', () => {
    expect(series('participates', taking).answer).toBe('3 of 4 states take part; 1 do not. No record here: 0.');
    expect(progressSeries(states, 'participates', taking, es).answer).toBe('Participan 3 de 4 entidades; 1 no. Sin registro aquí: 0.');
    expect(progressSeries(states, 'participates', taking, es).rows[3]?.text).toBe(spanish.measure.participatesNo);
  });
});

describe('secretariats', () => {
  const having = data(
    { yes: 2, no: 0, unknown: 2, total: 4 },
    row('MX-DUR', yes),
    row('MX-JAL', yes),
    row('MX-MEX', unknown),
    row('MX-PUE', unknown),
  );
  it('of which there is no record here are not a “no”', () => {
    expect(rows('secretariat', having)).toEqual([
      ['MX-DUR', 1, 'Documented'],
      ['MX-JAL', 1, 'Documented'],
      ['MX-MEX', null, 'No record here'],
      ['MX-PUE', null, 'No record here'],
    ]);
    expect(classes('secretariat', having)).toEqual([
      ['yes', 'Documented', 4, 2],
      ['no_data', 'No record here', 'no_data', 2],
    ]);
  });
});

describe('a step that is less than documented', () => {
  const told = [
    state('MX-CAM', 'Campeche', { presentation_steps: ['results'] }),
    state('MX-VER', 'Veracruz', { presentation_steps: ['declaration', 'results'] }),
    state('MX-TAB', 'Tabasco', { undescribed_steps: ['plan'] }),
    state('MX-DUR', 'Durango', { presentation_steps: ['declaration'] }),
  ];
  const reached = data(
    { value: 4 },
    row('MX-CAM', { stage: 'results', value: 1 }),
    row('MX-VER', { stage: 'results', value: 1 }),
    row('MX-TAB', { stage: 'plan', value: 1 }),
    row('MX-DUR', { stage: 'results', value: 1 }),
  );

  it('is marked where it is the one that is shown, and named with its states', () => {
    const shown = series('stage', reached, told);
    expect(shown.rows.map(({ id, doubt }) => [id, doubt])).toEqual([
      ['MX-CAM', 'presentation'],
      ['MX-VER', 'presentation'],
      ['MX-TAB', 'undescribed'],
      ['MX-DUR', undefined],
    ]);
    expect(shown.choropleth.marks.map(({ doubt }) => doubt)).toEqual(['presentation', 'presentation', 'undescribed', undefined]);
    expect(shown.presented).toEqual([
      { doubt: 'presentation', stage: 'results', names: ['Campeche', 'Veracruz'] },
      { doubt: 'undescribed', stage: 'plan', names: ['Tabasco'] },
    ]);
  });

  it('is the declaration where the map shows who takes part', () => {
    const taking = data({ yes: 4, no: 0, unknown: 0, total: 4 }, ...['CAM', 'VER', 'TAB', 'DUR'].map((code) => row(`MX-${code}`, yes)));
    expect(series('participates', taking, told).presented).toEqual([
      { doubt: 'presentation', stage: 'declaration', names: ['Veracruz', 'Durango'] },
    ]);
  });

  it('is said in a sentence, in both languages', () => {
    const steps = [
      { label: 'Results', names: ['Campeche', 'Veracruz'] },
      { label: 'Plan', names: ['Tabasco'] },
    ];
    expect(english.stage.told(steps, 'presentation')).toBe(
      'Only the INAI presentation tells of these steps. Results: Campeche and Veracruz; Plan: Tabasco.',
    );
    expect(spanish.stage.told(steps, 'undescribed')).toContain('Results: Campeche y Veracruz; Plan: Tabasco.');
  });
});

describe('the stage of the states', () => {
  const jalisco = { stage_record_ids: ['MX-JAL-PAL2-C1'], commitments_documented: 15 };
  const known = states.map((each) => (each.id === 'MX-JAL' ? { ...each, ...jalisco } : each));
  const seven = [...known, state('MX-OAX', 'Oaxaca'), state('MX-VER', 'Veracruz'), state('MX-CHP', 'Chiapas')];
  const stages = {
    DUR: 'commitments',
    JAL: 'results',
    MEX: 'plan',
    PUE: 'none',
    OAX: 'declaration',
    VER: 'secretariat',
    CHP: 'commitments',
  };
  const reached = data({ value: 7 }, ...Object.entries(stages).map(([code, stage]) => row(`MX-${code}`, { stage, value: 1 })));
  it('goes from none to results, in steps of one colour ramp, as the measure says', () => {
    expect(series('stage', reached, seven).rows.map(({ id, order, text }) => [id, order, text])).toEqual([
      ['MX-DUR', 4, 'Documented commitments'],
      ['MX-JAL', 5, 'Results, by 1 of 15 commitments'],
      ['MX-MEX', 3, 'Plan'],
      ['MX-PUE', 0, 'Did not join'],
      ['MX-OAX', 1, 'Joined'],
      ['MX-VER', 2, 'Secretariat'],
      ['MX-CHP', 4, 'Documented commitments'],
    ]);
    expect(series('stage', reached, seven).choropleth.classes.map(({ key, label, fill, count }) => [key, label, fill, count])).toEqual([
      ['none', 'Did not join', 'zero', 1],
      ['declaration', 'Joined', 1, 1],
      ['secretariat', 'Secretariat', 2, 1],
      ['plan', 'Plan', 3, 1],
      ['commitments', 'Documented commitments', 4, 2],
      ['results', 'Results', 5, 1],
    ]);
  });

  it('answers with how many got as far as each, and by how much the furthest', () => {
    expect(series('stage', reached, seven).answer).toBe(
      'Results: 1; Documented commitments: 2; Plan: 1; Secretariat: 1; Joined: 1; Did not join: 1. Jalisco: Results, by 1 of 15 commitments.',
    );
  });
});

describe('counts of plans and commitments', () => {
  const counted = (...values: [string, number][]) => data({ value: 0 }, ...values.map(([id, value]) => row(id, { value })));
  it('tell zero from one; a state without a row has none on record', () => {
    const documented = counted(['MX-JAL', 3], ['MX-DUR', 1], ['MX-MEX', 0]);
    expect(rows('plans_documented', documented)).toEqual([
      ['MX-DUR', 1, '1'],
      ['MX-JAL', 3, '3'],
      ['MX-MEX', 0, '0'],
      ['MX-PUE', null, 'No record here'],
    ]);
    expect(classes('plans_documented', documented)).toEqual([
      ['zero', '0', 'zero', 1],
      ['1', '1', 2, 1],
      ['2', '3', 4, 1],
      ['no_data', 'No record here', 'no_data', 1],
    ]);
  });

  it('answer with how many have any and who has most', () => {
    expect(series('plans_stated', counted(['MX-DUR', 2], ['MX-JAL', 2], ['MX-MEX', 1], ['MX-PUE', 0])).answer).toBe(
      '3 states have at least one; the most is 2, in Durango and Jalisco.',
    );
    expect(series('plans_stated', counted(), [states[3]!]).answer).toBe('No state has one on record.');
  });

  it('name up to six that have most, and count more than that', () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
    const equal = (count: number) =>
      series(
        'plans_stated',
        counted(...names.map((name): [string, number] => [name, 1])),
        names.slice(0, count).map((name) => state(name, name)),
      );
    expect(equal(6).answer).toContain('in A, B, C, D, E, and F.');
    expect(equal(7).answer).toContain('in 7 states.');
  });
});
