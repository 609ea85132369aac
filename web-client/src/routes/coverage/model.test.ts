import { describe, expect, it } from 'vitest';
import type { Plan, Secretariat, State } from '$lib/api/types';
import { formatFor } from '$lib/format/format';
import english from '$lib/i18n/en/coverage';
import type { Asked } from '$lib/measures/ask';
import { fieldGaps, fieldsAnswer, missingLists, planGaps, planGapsAnswer, sentence } from './model';

const f = formatFor('en');

describe('coverage', () => {
  it('counts missing plans without letting extra ones elsewhere make up for them', () => {
    const gaps = planGaps([
      { id: 'a', stated: 2, documented: 3 },
      { id: 'b', stated: 1, documented: 0 },
      { id: 'c', stated: 3, documented: 1 },
    ]);
    expect(gaps.map(({ id, gap }) => [id, gap])).toEqual([
      ['c', 2],
      ['b', 1],
    ]);
    expect(planGapsAnswer(gaps, english, f)).toBe('3 stated plans are missing, of 2 states.');
    expect(planGapsAnswer([], english, f)).toBe('None: every plan stated is documented.');
  });
  it('names what is missing most, and leads to the rows that lack it', () => {
    const asked = (unknown: number, filter: string) =>
      ({
        rows: [
          {
            yes: 1,
            no: 0,
            unknown,
            total: unknown + 1,
            unknown_rows_url: `http://api.test/api/v1/commitments?confidence=documented&${filter}`,
          },
        ],
      }) as unknown as Asked;
    const gaps = fieldGaps({
      finished: asked(89, 'status=no_data'),
      completion: asked(88, 'completion=no_data'),
      early_results: asked(81, 'early_results=no_data'),
      with_indicator: { rows: [] } as unknown as Asked,
      with_evidence: asked(77, 'has_evidence=false'),
    });
    expect(gaps.map(({ field }) => field)).toEqual(['finished', 'completion', 'early_results', 'with_evidence']);
    expect(gaps[0]?.query).toEqual({ confidence: 'documented', status: 'no_data' });
    expect(fieldsAnswer(gaps, english, f)).toBe(
      'Of the 90 commitments that figures count, what is missing most is the implementation status: of 89 there is no record of it here.',
    );
    const tied = fieldGaps({
      finished: asked(89, 'status=no_data'),
      completion: asked(88, 'completion=no_data'),
      early_results: asked(81, 'early_results=no_data'),
      with_indicator: asked(89, 'has_indicators=false'),
      with_evidence: asked(77, 'has_evidence=false'),
    });
    expect(fieldsAnswer(tied, english, f)).toBe(
      'Of the 90 commitments that figures count, what is missing most are, equally, the implementation status and an impact indicator: of 89 there is no record of each here.',
    );
    expect(fieldsAnswer([], english, f)).toBeUndefined();
  });
  it('lists what could be looked for, of those that could have it', () => {
    const lists = missingLists(
      [
        { id: 'MX-DUR', participates: true, declaration_signed_on: '2015-03-09', secretariat_id: 'MX-DUR-STL' },
        { id: 'MX-AGU', participates: true, declaration_signed_on: null, secretariat_id: null },
        { id: 'MX-PUE', participates: false, declaration_signed_on: null, secretariat_id: null },
      ] as State[],
      [{ id: 'MX-NAP1', start_date: '2011-01-01', published_on: null, commitments_documented: 0 }] as Plan[],
      [{ state_id: 'MX-DUR', rules_document_url: null, members_documented: 5 }] as Secretariat[],
    );
    expect(lists.map(({ key, of, items }) => [key, of, items.map(({ id }) => id)])).toEqual([
      ['declaration', 2, ['MX-AGU']],
      ['secretariat', 2, ['MX-AGU']],
      ['rules', 1, ['MX-DUR']],
      ['members', 1, []],
      ['dates', 1, []],
      ['commitments', 1, ['MX-NAP1']],
    ]);
  });
});

describe('what is missing', () => {
  it('is no plan of a state that has as many as are stated', () => {
    expect(planGaps([{ id: 'a', stated: 2, documented: 2 }])).toEqual([]);
  });

  it('leads to the page where it would stand', () => {
    const plans = [
      { id: 'NEITHER', start_date: null, published_on: null, commitments_documented: 3 },
      { id: 'STARTED', start_date: '2011-01-01', published_on: null, commitments_documented: 0 },
      { id: 'PUBLISHED', start_date: null, published_on: '2011-01-01', commitments_documented: 1 },
    ] as Plan[];
    const secretariats = [
      { state_id: 'MX-DUR', rules_document_url: 'https://example.org', members_documented: 0 },
      { state_id: 'MX-JAL', rules_document_url: null, members_documented: 1 },
    ] as Secretariat[];
    const states = [{ id: 'MX-AGU', participates: true, declaration_signed_on: null, secretariat_id: 'MX-AGU-STL' }] as State[];
    const lists = missingLists(states, plans, secretariats);
    expect(Object.fromEntries(lists.map(({ key, items }) => [key, items.map(({ path }) => path)]))).toEqual({
      declaration: ['/states/MX-AGU'],
      secretariat: [],
      rules: ['/states/MX-JAL'],
      members: ['/states/MX-DUR'],
      dates: ['/plans/NEITHER'],
      commitments: ['/plans/STARTED'],
    });
  });

  it('begins a sentence with a capital', () => {
    expect(sentence('área de política', 'es')).toBe('Área de política');
    expect(sentence('', 'es')).toBe('');
  });
});
