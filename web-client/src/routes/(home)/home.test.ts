import { describe, expect, it } from 'vitest';
import type { CommitmentGroup, Assessment, SummaryFigure } from '$lib/api/types';
import { finished, statusParts, unknown } from '$lib/charts/status';
import { sorted } from '$lib/components/sorted';
import { byGap, coverageOf } from '$lib/records/coverage';
import { impactSummary, planImpact } from './impact';

const group = (status: string | null, count: number): CommitmentGroup => ({ status, count, mean_progress_percent: null, rows_url: '' });

describe('commitments by status', () => {
  const parts = statusParts([group(null, 90), group('completed', 1)]);

  it('keeps "no data" a part of its own, never "not started"', () => {
    expect(parts.find(({ status }) => status === 'not_started')?.count).toBe(0);
    expect(unknown(parts)).toBe(90);
    expect(finished(parts)).toBe(1);
  });

  it('adds up to the whole', () => {
    expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });
});

describe('stated and documented', () => {
  const figure = (stated: number | null, documented: number | null) =>
    coverageOf(
      { key: 'k', label_es: 'x', label_en: 'y', stated, documented, stated_qualifier: 'exactly', rows_url: null } as SummaryFigure,
      'es',
    );

  it('has no coverage where either number is unknown', () => {
    expect(figure(60, null).share).toBeNull();
    expect(figure(null, 4).share).toBeNull();
    expect(figure(131, 63).share).toBeCloseTo(0.481);
  });

  it('puts what cannot be compared last', () => {
    expect(byGap([figure(60, null), figure(4, 4), figure(20, 5)]).map(({ share }) => share)).toEqual([0.25, 1, null]);
  });
});

describe('compliance beside impact', () => {
  const assessment = (aspect: string, value: number | null, out_of: number | null, code: string | null = null) =>
    ({
      id: aspect + code,
      aspect,
      value,
      out_of,
      code,
      unit: out_of === null ? 'percent' : 'commitments',
      voice: 'irm',
      statement_es: '',
      statement_en: '',
    }) as Assessment;
  const plan = (number: number, assessments: Assessment[]) =>
    planImpact({ id: `MX-NAP${number}`, number, title_es: null, title_en: null, assessments });

  it('never takes compliance for a result', () => {
    const second = plan(2, [assessment('compliance', 100, null)]);
    expect(second.compliance[0]?.share).toBe(1);
    expect(second.results).toEqual([]);
  });

  it('counts a finding in words as no figure', () => {
    const summary = impactSummary([plan(3, [assessment('completion', null, null, 'limited')])]);
    expect(summary).toMatchObject({ plans: 1, withCompliance: 0, withResults: 0, latest: null });
  });

  it('shows the total of the results, not its parts', () => {
    const fourth = plan(4, [assessment('early_results', 9, 13), assessment('early_results', 5, 13, 'marginal')]);
    expect(fourth.results).toHaveLength(1);
    expect(impactSummary([fourth]).latest).toMatchObject({ count: 9, outOf: 13 });
  });
});

describe('a sorted table', () => {
  it('puts the unknown last whichever way it runs', () => {
    const rows = [2, null, 1].map((value) => ({ value }));
    const order = (descending: boolean) =>
      sorted(
        rows,
        (row) => row.value,
        descending,
        () => 0,
      ).map((row) => row.value);
    expect(order(false)).toEqual([1, 2, null]);
    expect(order(true)).toEqual([2, 1, null]);
  });
});
