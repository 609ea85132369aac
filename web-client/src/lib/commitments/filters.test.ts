import { describe, expect, it } from 'vitest';
import { choices, explorerView, isNarrowed, order, parameters, query } from './filters';

const parse = (search: string) => explorerView.parse(new URLSearchParams(search));

describe('the filters of the explorer', () => {
  it('come back from the address that they were written to', () => {
    const state = parse('q=agua&level=local&status=completed,no_data&sort=-due_date&has_evidence=true');
    expect(explorerView.parse(explorerView.write(state))).toEqual(state);
  });

  it('are left out of the query where nothing was chosen', () => {
    expect(parameters(parse(''))).toEqual({});
    expect(isNarrowed(parse('sort=-title_es'))).toBe(false);
    expect(isNarrowed(parse('q=agua'))).toBe(true);
  });

  it('reach the API as lists, and a facet is counted without itself', () => {
    const state = parse('level=local&status=completed,verified&q=agua');
    expect(query(state)).toEqual({ level: ['local'], status: ['completed', 'verified'], q: 'agua' });
    expect(query(state, 'status')).toEqual({ level: ['local'], q: 'agua' });
  });

  it('fall back where an address was cut or mistyped', () => {
    expect(order(parse('sort=colour'))).toEqual(['plan_id']);
    expect(order(parse('sort=-due_date'))).toEqual(['-due_date']);
  });
});

describe('choices', () => {
  it('put the most frequent first and what is unknown last', () => {
    const groups = [
      { status: null, count: 90 },
      { status: 'verified', count: 2 },
      { status: 'completed', count: 5 },
    ];
    expect(choices(groups, 'status').map(({ code }) => code)).toEqual(['completed', 'verified', 'no_data']);
  });
});
