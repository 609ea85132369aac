import { afterEach, describe, expect, it, vi } from 'vitest';
import { answering } from '$lib/api/answering';
import type { MeasureRow } from '$lib/api/types';
import { sorted } from '$lib/components/sorted';
import { loadFinished, loadImpact, newestSaid } from './data';

const { signal } = new AbortController();
afterEach(() => void vi.unstubAllGlobals());

describe('what was done and what it changed', () => {
  const measures = ['finished', 'compliance', 'completion', 'early_results', 'commitments_stated', 'commitments_documented'].map((key) => ({
    key,
  }));
  const plan = (number: number) => ({ id: `MX-NAP${number}`, number, title_es: null, title_en: null });
  const row = (number: number, facts: object) =>
    ({ plan: `MX-NAP${number}`, said_by: null, code: null, yes: null, total: null, ...facts }) as unknown as MeasureRow;

  it('are measures of the national plans in the order of their numbers, and of all their commitments', async () => {
    answering({
      '/measures': { items: measures },
      '/plans?level=national&fields=id,number,title_es,title_en,level,scope,municipality,state_id,start_date,published_on&limit=50': {
        items: [plan(10), plan(1)],
      },
      '/measures/compliance/values?by=plan&level=national': { items: [row(1, { yes: 1 })] },
      '/measures/completion/values?by=plan&level=national': { items: [row(1, { yes: 8 })] },
      '/measures/finished/values?by=plan&level=national': { items: [row(1, { yes: 2 })] },
      '/measures/early_results/values?by=plan&level=national': { items: [row(1, { yes: 3 })] },
      '/measures/commitments_stated/values?by=plan&level=national': { items: [row(1, { value: 36 })] },
      '/measures/commitments_documented/values?by=plan&level=national': { items: [] },
      '/measures/finished/values?level=national': { items: [{ yes: 4 }] },
      '/measures/early_results/values?level=national': { items: [{ yes: 5 }] },
      '/measures/finished/values': { items: [{ yes: 6 }] },
      '/measures/finished/values?by=status': { items: [{ yes: 7 }] },
      '/measures/completion/values': { items: [{ yes: 8 }] },
      '/measures/completion/values?by=voice': { items: [{ voice: 'irm', total: 9 }] },
    });
    const { plans, byPlan, all } = await loadImpact(signal);
    expect(plans.map(({ number }) => number)).toEqual([1, 10]);
    expect(byPlan.map(({ measure, rows }) => [measure.key, rows[0]?.yes])).toEqual([
      ['compliance', 1],
      ['completion', 8],
      ['finished', 2],
      ['early_results', 3],
    ]);
    expect(all.map(({ rows }) => rows[0]?.yes)).toEqual([4, 5]);
    const finished = await loadFinished(signal);
    expect([finished.all, finished.byStatus, finished.completion].map(({ rows }) => rows[0]?.yes)).toEqual([6, 7, 8]);
    expect(finished.byVoice.rows.map(({ voice, total }) => [voice, total])).toEqual([['irm', 9]]);
  });

  it('are told first of the newest plan of which a voice counts all commitments', () => {
    const fourth = row(4, { said_by: 'irm', yes: 9, total: 13 });
    const marginal = row(4, { said_by: 'irm', code: 'marginal', yes: 5, total: 13 });
    const rows = [
      row(3, { said_by: 'irm', yes: 2, total: 11 }),
      row(4, { yes: 3, total: 13 }),
      fourth,
      marginal,
      row(5, { said_by: 'government', value: 100 }),
    ];
    expect(newestSaid({ rows }, [plan(3), plan(5), plan(4)])).toEqual({ plan: plan(4), row: fourth, codes: [marginal] });
    expect(newestSaid({ rows: [row(4, { yes: 3, total: 13 })] }, [plan(4)])).toBeUndefined();
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
