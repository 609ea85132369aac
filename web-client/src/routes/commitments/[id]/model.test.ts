import { describe, expect, it } from 'vitest';
import type { Assessment, Indicator, Milestone, Term } from '$lib/api/types';
import {
  bySpeaker,
  halfYears,
  indicatorMax,
  indicatorPoints,
  indicatorVerdict,
  milestoneRows,
  progressOf,
  scaleOf,
  shownAssessment,
  SIDE,
  stepsOf,
  restsOnAssessment,
} from './model';

const term = (code: string, number: number | null, definition_en: string) => ({ code, number, definition_en }) as Term;
const today = new Date('2026-11-24T12:00:00Z');

describe('a step of its life', () => {
  it('rests on an assessment only where no status is on record', () => {
    const completed = { step: 'completed', reached: true };
    expect(restsOnAssessment({ status: null, completion: 'complete' }, completed)).toBe(true);
    expect(restsOnAssessment({ status: 'completed', completion: 'complete' }, completed)).toBe(false);
    expect(restsOnAssessment({ status: null, completion: 'complete' }, { step: 'adopted', reached: true })).toBe(false);
    expect(restsOnAssessment({ status: null, completion: 'limited' }, { step: 'completed', reached: null })).toBe(false);
  });
});

describe('the scale of a code', () => {
  const ambition = [
    term('none', 0, 'old'),
    term('minor', 1, 'old'),
    term('transformative', 3, 'old'),
    term('unclear', 0, 'new'),
    term('high', null, 'pair'),
    term('low', null, 'pair'),
  ];
  it('is that of its epoch', () => {
    expect(scaleOf('minor', ambition)).toEqual({
      steps: [{ codes: ['none'] }, { codes: ['minor'] }, { codes: ['transformative'] }],
      at: 1,
    });
    expect(scaleOf('high', ambition)).toEqual({ steps: [{ codes: ['low'] }, { codes: ['high'] }], at: 1 });
  });
  it('has one step for codes of the same number', () => {
    const early = [term('did_not_change', 1, 'x'), term('no_early_results_yet', 1, 'x'), term('marginal', 2, 'x')];
    expect(scaleOf('no_early_results_yet', early)?.steps).toHaveLength(2);
    const scale = scaleOf('no_early_results_yet', early);
    expect(stepsOf(scale, 'no_early_results_yet', String)[scale!.at], 'not as a code of the same number').toBe('no_early_results_yet');
  });
  it('is unknown for a code without a term', () => {
    expect(scaleOf('other', ambition)).toBeNull();
  });
});

describe('the question that a code answers', () => {
  it('is of the design for what was promised, whatever was done or changed', () => {
    const of = (side: string) => Object.entries(SIDE).flatMap(([code, its]) => (its === side ? [code] : []));
    expect(of('designed')).toEqual(['verifiable', 'relevant', 'ambition']);
    expect(of('done')).toEqual(['status', 'completion']);
    expect(of('changed')).toEqual(['early_results']);
  });
});

describe('who says a code', () => {
  const said = (id: string, aspect: string, voice: string) => ({ id, aspect, voice }) as Assessment;
  const commitment = {
    completion_voice: 'irm',
    ambition_voice: null,
    early_results_voice: 'civil_society',
    verifiable_voice: null,
    relevant_voice: 'irm',
    assessments: [
      said('newest', 'completion', 'government'),
      said('shown', 'completion', 'irm'),
      said('older', 'completion', 'irm'),
      said('relevant', 'relevance', 'irm'),
      said('early', 'early_results', 'civil_society'),
      said('government', 'verifiable', 'government'),
    ],
  } as const satisfies Parameters<typeof shownAssessment>[0];
  it('is the voice that the API names, by its newest assessment of that aspect', () => {
    expect(shownAssessment(commitment, 'completion')?.id).toBe('shown');
    expect(shownAssessment(commitment, 'relevant')?.id).toBe('relevant');
    expect(shownAssessment(commitment, 'early_results')?.id).toBe('early');
  });
  it('is nobody where the API names none, whatever the government says', () => {
    expect(shownAssessment(commitment, 'verifiable')).toBeNull();
    expect(shownAssessment(commitment, 'ambition')).toBeNull();
  });
  it('is told once for all that one voice says', () => {
    expect(
      bySpeaker([
        { says: 'A', code: '1' },
        { says: 'B', code: '2' },
        { says: 'A', code: '3' },
      ]),
    ).toEqual([
      { says: 'A', codes: ['1', '3'] },
      { says: 'B', codes: ['2'] },
    ]);
    expect(bySpeaker([])).toEqual([]);
  });
});

describe('milestones', () => {
  const milestone = (facts: Partial<Milestone>) =>
    ({ number: 1, due_date: null, due_date_precision: null, completed_on: null, status: null, finished: null, ...facts }) as Milestone;
  const only = (facts: Partial<Milestone>) => milestoneRows([milestone(facts)], today)[0];
  it('are late from the day after the one planned', () => {
    expect(only({ due_date: '2020-01-10', completed_on: '2020-01-10' })).toMatchObject({ punctuality: 'early', days: 0 });
    expect(only({ due_date: '2020-01-10', completed_on: '2020-01-15' })).toMatchObject({ punctuality: 'late', days: 5 });
  });
  it('planned for a month are on time until its end', () => {
    expect(only({ due_date: '2020-01-01', due_date_precision: 'month', completed_on: '2020-01-31' })?.punctuality).toBe('early');
  });
  it('are missed only where a source says that they were not done', () => {
    expect(only({ due_date: '2020-01-10', finished: false })?.punctuality).toBe('missed');
    expect(only({ due_date: '2020-01-10' })?.punctuality).toBe('unknown');
    expect(only({ due_date: '2030-01-10', finished: false })?.punctuality).toBe('waiting');
    expect(only({ finished: false })?.punctuality).toBe('unknown');
  });
});

describe('an indicator', () => {
  const indicator = (facts: object) =>
    ({
      baseline: null,
      target: null,
      baseline_date: null,
      target_date: null,
      direction: 'increase',
      observations: [],
      ...facts,
    }) as unknown as Indicator;
  it('has a point for what is not known too', () => {
    expect(indicatorPoints(indicator({ observations: [{ value: 96 }] })).map(({ kind, value }) => [kind, value])).toEqual([
      ['baseline', null],
      ['observed', 96],
      ['target', null],
    ]);
    expect(indicatorVerdict(indicator({ observations: [{ value: 96 }] }))).toMatchObject({ observed: 96, change: null, reached: null });
  });
  it('is as sure as its observation, not as its commitment', () => {
    const presented = indicator({ confidence: 'documented', baseline: 10, observations: [{ value: 96, confidence: 'presentation' }] });
    expect(indicatorPoints(presented).map(({ value, confidence }) => [value, confidence])).toEqual([
      [10, 'documented'],
      [96, 'presentation'],
      [null, 'documented'],
    ]);
    expect(indicatorVerdict(presented).confidence).toBe('presentation');
  });
  it('is better when it falls, where it should fall', () => {
    const less = indicator({
      direction: 'decrease',
      baseline: 10,
      target: 5,
      observations: [
        { value: 7, observed_on: '2020-01-01' },
        { value: 4, observed_on: '2021-01-01' },
      ],
    });
    expect(indicatorVerdict(less)).toMatchObject({ observed: 4, change: 6, reached: true });
  });
  it('is drawn of 100 where it is a percentage', () => {
    const points = indicatorPoints(indicator({ observations: [{ value: 96 }] }));
    expect([indicatorMax(points, '%'), indicatorMax(points, 'organizations')]).toEqual([100, 96]);
  });
});

describe('a progress that comes from milestones', () => {
  const milestones = [
    { status: 'completed', finished: true, progress_percent: null },
    { status: 'not_started', finished: false, progress_percent: null },
    { status: 'in_progress', finished: false, progress_percent: 0 },
    { status: 'in_progress', finished: false, progress_percent: null },
    { status: null, finished: null, progress_percent: null },
  ] as Milestone[];
  it('says of how many, where there are others', () => {
    expect(progressOf({ finished: false, milestones })).toEqual({ known: 3, all: 5 });
    expect(progressOf({ finished: null, milestones: milestones.slice(2, 4) })).toEqual({ known: 1, all: 2 });
  });
  it('says nothing of it where it is that of all, of none, or of the commitment', () => {
    expect(progressOf({ finished: false, milestones: milestones.slice(0, 3) })).toBeUndefined();
    expect(progressOf({ finished: false, milestones: milestones.slice(3) })).toBeUndefined();
    expect(progressOf({ finished: true, milestones })).toBeUndefined();
    expect(progressOf({ finished: false, milestones: [] })).toBeUndefined();
  });
});

describe('what a date of a milestone may mean', () => {
  const row = (facts: Partial<Milestone>) =>
    milestoneRows(
      [{ number: 1, due_date: null, due_date_precision: null, completed_on: null, status: null, finished: null, ...facts } as Milestone],
      today,
    ).map(({ days, punctuality }) => [days, punctuality])[0];

  it('ends with the year or the month that is all that is known', () => {
    const year = { due_date: '2020-01-01', due_date_precision: 'year' as const };
    expect(row({ ...year, completed_on: '2020-12-31' })).toEqual([0, 'early']);
    expect(row({ ...year, completed_on: '2021-01-01' })).toEqual([1, 'late']);
    const month = { due_date: '2020-02-01', due_date_precision: 'month' as const };
    expect(row({ ...month, completed_on: '2020-02-29' })).toEqual([0, 'early']);
    expect(row({ ...month, completed_on: '2020-03-01' })).toEqual([1, 'late']);
    expect(row({ due_date: '2020-02-01', due_date_precision: 'day', completed_on: '2020-02-02' })).toEqual([1, 'late']);
  });

  it('does not depend on the hour that stands with it', () => {
    expect(row({ due_date: '2020-01-10T00:00:00', completed_on: '2020-01-10T23:00:00' })).toEqual([0, 'early']);
    expect(row({ due_date: '2020-02-01T00:00:00', due_date_precision: 'month', completed_on: '2020-02-29' })).toEqual([0, 'early']);
  });

  it('is past from the day after on', () => {
    expect(row({ due_date: '2026-11-23', finished: false })).toEqual([1, 'missed']);
    expect(row({ due_date: '2026-11-24', finished: false })).toEqual([null, 'waiting']);
    expect(row({ due_date: '2026-11-01', due_date_precision: 'month', finished: false })).toEqual([null, 'waiting']);
  });

  it('is not held against what was done on a day that nobody recorded', () => {
    expect(row({ due_date: '2020-01-10', finished: true })).toEqual([null, 'unknown']);
  });

  it('stands in the order of the milestones, and leaves the record as it is', () => {
    const given = [3, 1, 2].map((number) => ({ number, due_date: null, completed_on: null }) as Milestone);
    expect(milestoneRows(given, today).map(({ milestone }) => milestone.number)).toEqual([1, 2, 3]);
    expect(given.map(({ number }) => number)).toEqual([3, 1, 2]);
  });
});

describe('the observations of an indicator', () => {
  const observed = (value: number | null, observed_on: string | null = null) => ({ value, observed_on, observed_on_precision: 'day' });
  const indicator = (facts: object) =>
    ({
      baseline: 10,
      baseline_date: '2015-01-01',
      baseline_date_precision: 'year',
      target: 20,
      target_date: '2018-06-01',
      target_date_precision: 'month',
      direction: 'increase',
      observations: [],
      ...facts,
    }) as unknown as Indicator;
  const verdict = (values: (number | null)[], facts: object = {}) =>
    indicatorVerdict(indicator({ observations: values.map((value, i) => observed(value, `201${i + 5}-01-01`)), ...facts }));

  it('lie between the baseline and the target, in the order of their dates, those without a date first', () => {
    const observations = [observed(14, '2017-01-01'), observed(12, '2016-01-01'), observed(11), observed(16, '2018-01-01')];
    const points = indicatorPoints(indicator({ observations }));
    expect(points.map(({ kind, value, date, precision }) => [kind, value, date, precision])).toEqual([
      ['baseline', 10, '2015-01-01', 'year'],
      ['observed', 11, null, 'day'],
      ['observed', 12, '2016-01-01', 'day'],
      ['observed', 14, '2017-01-01', 'day'],
      ['observed', 16, '2018-01-01', 'day'],
      ['target', 20, '2018-06-01', 'month'],
    ]);
  });

  it('are one point without a value where nobody made any', () => {
    expect(indicatorPoints(indicator({}))[1]).toEqual({ kind: 'observed', value: null, date: null, precision: null });
  });

  it('are on a scale of 100 only while a percentage stays within it', () => {
    const points = (...values: (number | null)[]) =>
      values.map((value) => ({ kind: 'observed' as const, value, date: null, precision: null }));
    expect(indicatorMax(points(40, 100), 'percentage of requests')).toBe(100);
    expect(indicatorMax(points(40, 120), '%')).toBe(120);
    expect(indicatorMax(points(40, 120), 'Percent')).toBe(120);
    expect(indicatorMax(points(null), 'organizations')).toBe(1);
    expect(indicatorMax(points(0.4, null), 'index')).toBe(1);
    expect(indicatorMax(points(7, 3), 'plans')).toBe(7);
  });

  it('reach the target from the target on', () => {
    expect(verdict([15, 19])).toMatchObject({ observed: 19, change: 9, reached: false });
    expect(verdict([15, 20])).toMatchObject({ observed: 20, change: 10, reached: true });
    expect(verdict([15, 21])).toMatchObject({ observed: 21, change: 11, reached: true });
    expect(verdict([8], { direction: 'decrease', target: 7 })).toMatchObject({ observed: 8, change: 2, reached: false });
    expect(verdict([7], { direction: 'decrease', target: 7 })).toMatchObject({ observed: 7, change: 3, reached: true });
  });

  it('say of the last value that is known, and of nothing where there is none', () => {
    expect(verdict([12, null])).toMatchObject({ observed: 12, change: 2, reached: false });
    expect(verdict([null])).toMatchObject({ observed: null, change: null, reached: null });
    expect(verdict([])).toMatchObject({ observed: null, change: null, reached: null });
    expect(verdict([12], { baseline: null })).toMatchObject({ observed: 12, change: null, reached: false });
    expect(verdict([12], { target: null })).toMatchObject({ observed: 12, change: 2, reached: null });
  });
});

describe('reports of half-years', () => {
  it('come last first, without what is of no half-year or has no code', () => {
    const one = (id: string, period: string | null, code: string | null = 'limited') => ({ id, period, code });
    const all = [one('A1', '2025-H2'), one('A2', null), one('A3', '2026-H1'), one('A4', '2026-H1'), one('A5', '2026-H2', null)];
    expect(halfYears(all).map(({ id }) => id)).toEqual(['A3', 'A4', 'A1']);
  });
});
