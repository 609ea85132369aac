import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  active,
  FOR_PROGRAMS,
  choices,
  explorerView,
  isAbsence,
  isGrouped,
  isNarrowed,
  LIST_FIELDS,
  order,
  parameters,
  query,
  removed,
  rowsOf,
  toggled,
  UNFILTERING,
  withChosen,
} from './filters';
import { some } from '../../../tools/some';

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

describe('every filter that the API has for commitments', () => {
  const { paths } = JSON.parse(readFileSync(new URL('../../../../docs/openapi/v1.json', import.meta.url), 'utf8')) as {
    paths: Record<string, { get: { parameters: { name: string; schema: { type: string } }[] } }>;
  };
  const filters = paths['/api/v1/commitments']!.get.parameters.filter(
    ({ name }) => ![...UNFILTERING, ...FOR_PROGRAMS].some((each) => each === name),
  );

  it.each(some(filters))('holds in the address, is asked for and is shown: $name', ({ name, schema }) => {
    const state = parse(`${name}=2020-01-31`);
    expect(parameters(state)).toEqual({ [name]: '2020-01-31' });
    expect(query(state)).toEqual({ [name]: schema.type === 'array' ? ['2020-01-31'] : '2020-01-31' });
    expect(active(state)).toEqual([{ name, value: '2020-01-31' }]);
  });

  it('takes several values however they are written', () => {
    expect(query(parse('plan=A&plan=B&status=completed,verified&year=2019&year=2021'))).toEqual({
      plan: ['A', 'B'],
      status: ['completed', 'verified'],
      year: ['2019', '2021'],
    });
  });
});

describe('a flag of what is on record', () => {
  it('is never a no', () => {
    expect((['has_evidence', 'has_indicators', 'has_secretariat'] as const).every((name) => isAbsence(name, 'false'))).toBe(true);
    expect((['verifiable', 'relevant', 'overdue', 'in_stated_total'] as const).some((name) => isAbsence(name, 'false'))).toBe(false);
    expect(isAbsence('has_evidence', 'true')).toBe(false);
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

describe('what the explorer asks of the API', () => {
  it('is no more of a commitment than a row shows', () => {
    expect(LIST_FIELDS).toEqual([
      'id',
      'plan_id',
      'state_id',
      'number',
      'title_es',
      'title_en',
      'status',
      'completion',
      'early_results',
      'due_date',
      'due_date_precision',
      'theme_es',
      'theme_en',
      'policy_areas',
      'lead_organizations',
    ]);
  });

  it.each(['q', 'due_from', 'due_to', 'start_from', 'start_to', 'evidence_since', 'updated_since'] as const)(
    'takes %s whole, commas and all',
    (name) => {
      const state = parse(`${name}=2015,2016`);
      expect(query(state)).toEqual({ [name]: '2015,2016' });
      expect(active(state)).toEqual([{ name, value: '2015,2016' }]);
      expect(removed(state, { name, value: '2015,2016' })).toEqual({ [name]: '' });
    },
  );

  it('is one count for all values of a facet, where the API can group by it', () => {
    const facets = ['status', 'state', 'sdg', 'ambition', 'overdue', 'has_evidence', 'confidence'] as const;
    expect(facets.map(isGrouped)).toEqual([true, true, true, false, false, false, false]);
  });

  it('does not depend on how the outcome is shown: as a chart, unless the address says table', () => {
    expect(['', 'outcome=chart', 'outcome=table', 'outcome=map'].map((search) => parse(search).outcome)).toEqual([
      'chart',
      'chart',
      'table',
      'chart',
    ]);
    expect(parameters(parse('outcome=table&sort=-title_es'))).toEqual({});
  });
});

describe('the order of choices', () => {
  const group = (status: string | null, count: number) => ({ status, count });
  const codes = (...groups: { status: string | null; count: number }[]) => choices(groups, 'status').map(({ code }) => code);

  it('has what is unknown last wherever it came from the API', () => {
    const [none, some, more] = [group(null, 90), group('verified', 2), group('completed', 5)];
    for (const groups of [
      [none, some, more],
      [some, none, more],
      [some, more, none],
      [more, some, none],
    ])
      expect(codes(...groups)).toEqual(['completed', 'verified', 'no_data']);
  });

  it('is that of the codes where they are as frequent', () => {
    expect(codes(group('verified', 2), group('completed', 2), group('in_progress', 2))).toEqual(['completed', 'in_progress', 'verified']);
  });
});
