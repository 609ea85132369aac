import { describe, expect, it } from 'vitest';
import type { Assessment } from '$lib/api/types';
import { impactSummary, planImpact } from './impact';

const assessment = (id: string, facts: object) =>
  ({
    id,
    voice: 'irm',
    aspect: 'compliance',
    value: null,
    out_of: null,
    unit: null,
    code: null,
    statement_es: `${id} es`,
    statement_en: `${id} en`,
    ...facts,
  }) as unknown as Assessment;
const plan = (number: number, ...assessments: Assessment[]) =>
  planImpact({ id: `MX-NAP${number}`, number, title_es: 'Plan', title_en: null, assessments });
const figure = (facts: object) => plan(1, assessment('a', facts)).compliance.map(({ share, count, outOf }) => [share, count, outOf])[0];

describe('what was said of a plan', () => {
  it('is a share with its two numbers where commitments were counted', () => {
    expect(figure({ unit: 'commitments', value: 5, out_of: 20 })).toEqual([0.25, 5, 20]);
    expect(figure({ unit: 'commitments', value: 0, out_of: 20 })).toEqual([0, 0, 20]);
  });

  it('is a share alone where only a percentage was published', () => {
    expect(figure({ unit: 'percent', value: 75 })).toEqual([0.75, null, null]);
    expect(figure({ unit: 'percent', value: 75, out_of: 100 })).toEqual([0.75, null, null]);
  });

  it('is no figure where a number is missing, is of nothing or counts something else', () => {
    expect(figure({ unit: 'commitments', value: 5 })).toEqual([null, null, null]);
    expect(figure({ unit: 'commitments', out_of: 20 })).toEqual([null, null, null]);
    expect(figure({ unit: 'commitments', value: 0, out_of: 0 })).toEqual([null, null, null]);
    expect(figure({ unit: 'points', value: 5, out_of: 20 })).toEqual([null, null, null]);
    expect(figure({ unit: 'percent' })).toEqual([null, null, null]);
  });

  it('keeps compliance and completion on one side and results on the other, with who says so', () => {
    const { compliance, results, ...own } = plan(
      3,
      assessment('complied', { unit: 'percent', value: 90 }),
      assessment('completed', { aspect: 'completion', code: 'limited' }),
      assessment('changed', { aspect: 'early_results', unit: 'commitments', value: 9, out_of: 13, voice: 'government' }),
      assessment('marginal', { aspect: 'early_results', unit: 'commitments', value: 4, out_of: 13, code: 'marginal' }),
      assessment('ambitious', { aspect: 'ambition', unit: 'percent', value: 50 }),
    );
    expect(own).toEqual({ id: 'MX-NAP3', number: 3, title_es: 'Plan', title_en: null });
    expect(compliance.map(({ id, code, aspect }) => [id, code, aspect])).toEqual([
      ['complied', null, 'compliance'],
      ['completed', 'limited', 'completion'],
    ]);
    expect(results).toEqual([
      {
        id: 'changed',
        voice: 'government',
        share: 9 / 13,
        count: 9,
        outOf: 13,
        code: null,
        aspect: 'early_results',
        statement_es: 'changed es',
        statement_en: 'changed en',
      },
    ]);
  });
});

describe('all national plans', () => {
  const results = (value: number, out_of: number) => assessment('changed', { aspect: 'early_results', unit: 'commitments', value, out_of });

  it('say how many have a figure of compliance, how many of results, and what the newest count is', () => {
    const summary = impactSummary([
      plan(2, results(3, 36), assessment('complied', { unit: 'percent', value: 100 })),
      plan(4, results(9, 13)),
      plan(3, results(4, 11), assessment('words', { aspect: 'completion', code: 'limited' })),
      plan(5, assessment('share', { aspect: 'early_results', unit: 'percent', value: 40 })),
      plan(1),
    ]);
    expect(summary).toMatchObject({ plans: 5, withCompliance: 1, withResults: 4, latest: { plan: { number: 4 }, count: 9, outOf: 13 } });
  });

  it('have no newest count where none was counted', () => {
    expect(impactSummary([plan(5, assessment('share', { aspect: 'early_results', unit: 'percent', value: 40 }))]).latest).toBeNull();
    expect(impactSummary([])).toEqual({ plans: 0, withCompliance: 0, withResults: 0, latest: null });
  });
});
