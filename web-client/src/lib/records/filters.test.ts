import { describe, expect, it } from 'vitest';
import { active, choices, explorerView, isNarrowed, order, parameters, query, removed, rowsOf, toggled, withChosen } from './filters';

const parse = (search: string) => explorerView.parse(new URLSearchParams(search));

describe('the filters of the explorer', () => {
  it('come back from the address that they were written to', () => {
    const state = parse(
      'q=agua, sí&level=local&status=completed,no_data&sort=-due_date&has_evidence=true&organization=inai&due_from=2015-01-01',
    );
    expect(explorerView.parse(explorerView.write(state))).toEqual(state);
  });

  it('are left out of the query where nothing was chosen', () => {
    expect(parameters(parse(''))).toEqual({});
    expect(isNarrowed(parse('sort=-title_es'))).toBe(false);
    expect(isNarrowed(parse('q=agua'))).toBe(true);
  });

  it('hold when they come from a link, also those that have no control', () => {
    expect(query(parse('has_indicators=false&sdg=6,11&verifiable=no_data&due_to=2019-12-31'))).toEqual({
      has_indicators: ['false'],
      sdg: ['6', '11'],
      verifiable: ['no_data'],
      due_to: '2019-12-31',
    });
  });

  it('reach the API as lists, and a facet is counted without itself', () => {
    const state = parse('level=local&status=completed,verified&q=agua, río');
    expect(query(state)).toEqual({ level: ['local'], status: ['completed', 'verified'], q: 'agua, río' });
    expect(query(state, 'status')).toEqual({ level: ['local'], q: 'agua, río' });
  });

  it('are let go of one by one', () => {
    const state = parse('status=completed,verified&q=agua, río');
    expect(active(state)).toEqual([
      { name: 'q', value: 'agua, río' },
      { name: 'status', value: 'completed' },
      { name: 'status', value: 'verified' },
    ]);
    expect(removed(state, { name: 'status', value: 'completed' })).toEqual({ status: 'verified' });
    expect(removed(state, { name: 'q', value: 'agua, río' })).toEqual({ q: '' });
  });

  it('take several values, each once', () => {
    expect(toggled('', 'completed')).toBe('completed');
    expect(toggled('completed', 'verified')).toBe('completed,verified');
    expect(toggled('completed,verified', 'completed')).toBe('verified');
  });

  it('fall back where the order of an address was mistyped', () => {
    expect(order(parse('sort=colour'))).toEqual(['plan_id']);
    expect(order(parse('sort=-due_date'))).toEqual(['-due_date']);
  });
});

describe('the rows of the list', () => {
  it('come in whole pages, and never more than a screen can bear', () => {
    expect(['', 'rows=120', 'rows=9999', 'rows=-3', 'rows=x'].map((search) => rowsOf(parse(search)))).toEqual([50, 150, 500, 50, 50]);
  });

  it('are no filter', () => {
    expect(parameters(parse('rows=150'))).toEqual({});
  });
});

describe('choices', () => {
  it('take the numbers of the goals as codes', () => {
    expect(
      choices(
        [
          { sdg: 16, count: 2 },
          { sdg: null, count: 1 },
        ],
        'sdg',
      ).map(({ code }) => code),
    ).toEqual(['16', 'no_data']);
  });

  it('put the most frequent first and what is unknown last', () => {
    const groups = [
      { status: null, count: 90 },
      { status: 'verified', count: 2 },
      { status: 'completed', count: 5 },
    ];
    expect(choices(groups, 'status').map(({ code }) => code)).toEqual(['completed', 'verified', 'no_data']);
  });

  it('keep what is chosen when nothing of it is left', () => {
    expect(
      withChosen(
        [
          { code: 'a', count: 3 },
          { code: 'no_data', count: 9 },
        ],
        'b,a',
      ),
    ).toEqual([
      { code: 'a', count: 3 },
      { code: 'b', count: 0 },
      { code: 'no_data', count: 9 },
    ]);
  });
});
