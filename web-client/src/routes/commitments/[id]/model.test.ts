import { describe, expect, it } from 'vitest';
import type { Indicator, Milestone, Term } from '$lib/api/types';
import { indicatorMax, indicatorPoints, indicatorVerdict, milestoneRows, neighbours, scaleOf, tellingWords, type Listed } from './model';

const term = (code: string, number: number | null, definition_en: string) => ({ code, number, definition_en }) as Term;
const today = new Date('2026-11-24T12:00:00Z');

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
  });
  it('is unknown for a code without a term', () => {
    expect(scaleOf('other', ambition)).toBeNull();
  });
});

describe('milestones', () => {
  const milestone = (facts: Partial<Milestone>) =>
    ({ number: 1, due_date: null, due_date_precision: null, completed_on: null, status: null, ...facts }) as Milestone;
  const only = (facts: Partial<Milestone>) => milestoneRows([milestone(facts)], today)[0];
  it('are late from the day after the one planned', () => {
    expect(only({ due_date: '2020-01-10', completed_on: '2020-01-10' })).toMatchObject({ punctuality: 'early', days: 0 });
    expect(only({ due_date: '2020-01-10', completed_on: '2020-01-15' })).toMatchObject({ punctuality: 'late', days: 5 });
  });
  it('planned for a month are on time until its end', () => {
    expect(only({ due_date: '2020-01-01', due_date_precision: 'month', completed_on: '2020-01-31' })?.punctuality).toBe('early');
  });
  it('are missed only where a source says that they were not done', () => {
    expect(only({ due_date: '2020-01-10', status: 'in_progress' })?.punctuality).toBe('missed');
    expect(only({ due_date: '2020-01-10' })?.punctuality).toBe('unknown');
    expect(only({ due_date: '2030-01-10', status: 'in_progress' })?.punctuality).toBe('waiting');
    expect(only({ status: 'in_progress' })?.punctuality).toBe('unknown');
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
    expect(indicatorVerdict(indicator({ observations: [{ value: 96 }] }))).toEqual({ observed: 96, change: null, reached: null });
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
    expect(indicatorVerdict(less)).toEqual({ observed: 4, change: 6, reached: true });
  });
  it('is drawn of 100 where it is a percentage', () => {
    const points = indicatorPoints(indicator({ observations: [{ value: 96 }] }));
    expect([indicatorMax(points, '%'), indicatorMax(points, 'organizations')]).toEqual([100, 96]);
  });
});

describe('neighbours', () => {
  const listed = (id: string, policy_areas: string[]) => ({ id, policy_areas }) as Listed;
  it('start from the words that tell a title from others', () => {
    expect(tellingWords('Reducción de la contaminación por ladrilleras artesanales')).toEqual([
      'contaminación',
      'ladrilleras',
      'artesanales',
    ]);
    expect(tellingWords('Plataforma de gobierno abierto')).toEqual([]);
  });
  it('say why they are alike, and are never the commitment itself', () => {
    const found = neighbours(
      { id: 'A', policy_areas: ['water', 'youth'] },
      [listed('A', ['water']), listed('B', ['water']), listed('C', ['water', 'youth'])],
      [{ word: 'agua', found: [listed('B', ['water']), listed('D', [])] }],
    );
    expect(found.map(({ commitment, areas, words }) => [commitment.id, areas, words])).toEqual([
      ['B', ['water'], ['agua']],
      ['C', ['water', 'youth'], []],
      ['D', [], ['agua']],
    ]);
  });
});
