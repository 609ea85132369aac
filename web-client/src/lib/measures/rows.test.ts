import { describe, expect, it } from 'vitest';
import type { Measure, MeasureRow } from '$lib/api/types';
import en from '$lib/i18n/en/common';
import es from '$lib/i18n/es/common';
import { formatFor } from '$lib/format/format';
import type { Asked } from './ask';
import {
  answerOf,
  answersOf,
  byQuestion,
  coded,
  colourOf,
  countedOf,
  isDrawn,
  isOfCodes,
  isUnknown,
  methodOf,
  methodsOf,
  pathsOf,
  pieces,
  said,
  saidOn,
  scopeOf,
  shareOf,
  writtenAs,
} from './rows';

const row = (facts: Record<string, unknown>) =>
  ({ said_by: null, code: null, value: null, yes: null, no: null, unknown: null, total: null, known: null, ...facts }) as MeasureRow;

const counted = row({ plan: 'MX-NAP4', yes: 3, no: 2, unknown: 8, total: 13 });
const whole = row({ plan: 'MX-NAP4', said_by: 'irm', yes: 9, total: 13 });
const marginal = row({ plan: 'MX-NAP4', said_by: 'irm', code: 'marginal', yes: 5, total: 13 });
const share = row({ plan: 'MX-NAP2', said_by: 'government', value: 100 });
const limited = row({ plan: 'MX-NAP3', said_by: 'irm', code: 'limited' });
const rows = [counted, whole, marginal, share, limited];

describe('the rows of a measure', () => {
  it('are what is counted here, and apart from it what a voice says', () => {
    expect(coded({ rows }, { plan: 'MX-NAP4' })).toBe(counted);
    expect(coded({ rows }, { plan: 'MX-NAP2' })).toBeUndefined();
    expect(coded({ rows: [counted] })).toBe(counted);
  });

  it('show of a voice its figure of all, or else what it says of each code', () => {
    expect(said({ rows }, { plan: 'MX-NAP4' })).toEqual([whole]);
    expect(said({ rows }, { plan: 'MX-NAP4' }, true)).toEqual([whole, marginal]);
    expect(said({ rows }, { plan: 'MX-NAP3' })).toEqual([limited]);
  });

  it('have a share where there are two numbers, or a voice gives one in per cent', () => {
    expect([counted, whole, share, limited].map(shareOf)).toEqual([3 / 13, 9 / 13, 1, null]);
    expect(shareOf(row({ yes: 0, no: 0, unknown: 0, total: 0 }))).toBeNull();
    expect(shareOf(row({ value: 90 }))).toBeNull();
  });

  it('are drawn of a voice only where its number says what it counts', () => {
    const [alike, apart] = [{ beside_voices_es: null }, { beside_voices_es: 'Cuentan cosas distintas.' }] as Measure[];
    expect([whole, marginal, limited].map((each) => isDrawn(apart!, each))).toEqual([false, true, false]);
    expect([whole, marginal, limited].map((each) => isDrawn(alike!, each))).toEqual([true, true, false]);
  });

  it('say nothing where nothing is on record, which is not none', () => {
    expect(isUnknown(row({ yes: 0, no: 0, unknown: 13, total: 13 }))).toBe(true);
    expect(isUnknown(row({ yes: 0, no: 1, unknown: 12, total: 13 }))).toBe(false);
    expect(isUnknown(row({ value: 0 }))).toBe(false);
    expect(isUnknown(row({ yes: 0, no: 0, unknown: 0, total: 0 }))).toBe(true);
    expect(isUnknown(undefined)).toBe(true);
  });

  it('give the day of a voice as far as it is known, and none where no source says', () => {
    const on = (said_on: string | null, said_on_precision?: string | null) =>
      saidOn(row({ said_by: 'irm', said_on, said_on_precision }), formatFor('en'));
    expect(on('2021-03-15', 'day')).toBe('March 15, 2021');
    expect(on('2021-03-01', 'month')).toBe('March 2021');
    expect(on('2021-01-01', 'year')).toBe('2021');
    expect(on('2021-03-15')).toBe('March 15, 2021');
    expect(on(null, null)).toBeNull();
    // Where there is none, the block of the voice says so once.
    expect([en, es].map(({ voices }) => voices.said('X', null))).toEqual(['X', 'X']);
  });

  it('are of codes only where a voice is one of the keys', () => {
    expect(isOfCodes({ grouped_by: ['plan', 'voice'] })).toBe(true);
    expect(isOfCodes({ grouped_by: ['plan', 'status'] })).toBe(false);
  });

  it('are written in their unit', () => {
    expect(writtenAs('commitments', 'value', counted)).toBe('integer');
    expect(writtenAs('commitments', 'value', share)).toBe('percent');
    expect(writtenAs('percent', 'value', counted)).toBe('percent');
    expect(writtenAs('percent', 'total', counted)).toBe('integer');
    expect(writtenAs('index', 'value', counted)).toBe('index');
  });
});

describe('what a number counts', () => {
  it('is written the same however it was asked', () => {
    expect(scopeOf({ by: ['plan'], filters: { level: ['national'] } }, counted)).toBe('plan=MX-NAP4');
    expect(scopeOf({ by: [], filters: { plan: ['MX-NAP4'] } }, counted)).toBe('plan=MX-NAP4');
    expect(scopeOf({ by: [], filters: { status: ['verified', 'completed'], q: 'agua', sector: [] } }, counted)).toBe(
      'q=agua&status=completed,verified',
    );
    expect(scopeOf({ by: [], filters: {} }, counted)).toBe('');
  });

  it('keeps the level of several plans, the code that a voice counts and the group without a name', () => {
    expect(scopeOf({ by: [], filters: { plan: ['B', 'A'], level: ['local'] } }, counted)).toBe('level=local&plan=A,B');
    expect(scopeOf({ by: ['plan'], filters: {} }, marginal)).toBe('code=marginal&plan=MX-NAP4');
    expect(scopeOf({ by: ['status'], filters: { level: ['national'] } }, row({ status: null }))).toBe('level=national&status=no_data');
  });
});

describe('the words of a measure', () => {
  const measure = {
    answer_es: '{yes} de {total}. Sin registro aquí: {unknown}.',
    answer_en: '{yes} of {total}. No record here: {unknown}.',
    kind: 'parts',
    nothing_known_en: 'No record here: {unknown} of {total}.',
    definition_en: 'Yes: so coded.',
    does_not_say_en: 'It does not say why.',
  } as Measure;

  it('are text and numbers in their order', () => {
    expect(pieces('{value} % de {known} {otros}')).toEqual([
      { part: 'value' },
      { text: ' % de ' },
      { part: 'known' },
      { text: ' {otros}' },
    ]);
  });

  it('are a sentence in the reader’s language, or none where a number is not on record', () => {
    expect(answerOf(measure, counted, 'en', String)).toBe('3 of 13. No record here: 8.');
    expect(answerOf(measure, counted, 'es', String)).toBe('3 de 13. Sin registro aquí: 8.');
    expect(answerOf(measure, whole, 'en', String)).toBeNull();
    const nothing = row({ yes: 0, no: 0, unknown: 13, total: 13 });
    expect(answerOf(measure, nothing, 'en', String), 'what is unknown is never 0').toBe('No record here: 13 of 13.');
  });

  it('say what counts and what the figure does not say', () => {
    expect(methodOf(measure, 'en')).toBe('Yes: so coded. It does not say why.');
  });
});

describe('several measures', () => {
  const asked = (key: string, group: string, rows: MeasureRow[]) =>
    ({
      measure: {
        key,
        group,
        group_en: `${group}?`,
        question_en: `Which ${key}?`,
        answer_en: '{yes} of {total}.',
        definition_en: 'Yes: so coded.',
        does_not_say_en: 'Not why.',
      },
      rows,
      path: `/api/v1/measures/${key}/values`,
    }) as unknown as Asked;
  const finished = asked('finished', 'implementation', [row({ yes: 1, no: 0, unknown: 2, total: 3 })]);
  const overdue = asked('overdue', 'implementation', [row({ yes: 0, no: 0, unknown: 0, total: 0 })]);
  const results = asked('early_results', 'results', []);

  it('answer one after the other, and where there are no rows there is no record', () => {
    expect(answersOf([finished, overdue, results], 'en', String, 'No record here')).toBe(
      'Which finished? 1 of 3. Which overdue? No record here Which early_results? No record here',
    );
    expect(methodsOf([finished], 'en')).toBe('Which finished? Yes: so coded. Not why.');
  });

  it('stand under the question that they answer, each with its address', () => {
    expect(byQuestion([finished, results, overdue]).map(({ group, asked }) => [group, asked.map(({ measure }) => measure.key)])).toEqual([
      ['implementation', ['finished', 'overdue']],
      ['results', ['early_results']],
    ]);
    expect(pathsOf([finished, results])).toEqual({
      finished: '/api/v1/measures/finished/values',
      early_results: '/api/v1/measures/early_results/values',
    });
  });

  it('are drawn in another ink when they say what was done than when they say what changed', () => {
    expect(new Set(['design', 'implementation', 'results'].map((group) => colourOf({ group } as Measure))).size).toBe(3);
  });
});

describe('a group of which a measure has no row', () => {
  it('is none of what is counted, and nothing on record of what is no count', () => {
    const asked = (unit: string) => ({ measure: { unit }, rows: [] }) as unknown as Asked;
    expect(countedOf(asked('plans'), { state: 'MX-DUR' }).value).toBe(0);
    expect(countedOf(asked('index'), { state: 'MX-DUR' }).value).toBeNull();
    expect(countedOf(asked('percent'), { state: 'MX-DUR' }).value).toBeNull();
  });
});
