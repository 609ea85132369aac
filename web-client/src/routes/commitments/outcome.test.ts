import { afterEach, describe, expect, it, vi } from 'vitest';
import { answering } from '$lib/api/answering';
import { loadOutcome } from './data';

const { signal } = new AbortController();
afterEach(() => void vi.unstubAllGlobals());

const MEASURES = { items: ['compliance', 'completion', 'finished', 'early_results'].map((key) => ({ key })) };
const counted = (yes: number) => ({ said_by: null, code: null, yes });

describe('whether the commitments of a view were done, and whether they changed anything', () => {
  it('are measures that take the filters of the list', async () => {
    answering({
      '/measures': MEASURES,
      '/measures/compliance/values?status=completed,verified&q=agua': { items: [counted(1)] },
      '/measures/completion/values?status=completed,verified&q=agua': { items: [counted(1)] },
      '/measures/finished/values?status=completed,verified&q=agua': { items: [counted(2)] },
      '/measures/early_results/values?status=completed,verified&q=agua': { items: [counted(3)] },
    });
    const asked = await loadOutcome({ status: ['completed', 'verified'], q: 'agua' }, signal);
    expect(asked.map(({ measure, rows }) => [measure.key, rows[0]?.yes])).toEqual([
      ['finished', 2],
      ['completion', 1],
      ['early_results', 3],
    ]);
  });

  it('have, of one plan, beside them what a voice says of it', async () => {
    const said = { said_by: 'government', code: null, value: 100 };
    answering({
      '/measures': MEASURES,
      '/measures/compliance/values?by=plan&plan=MX-NAP2': { items: [counted(0), said] },
      '/measures/completion/values?by=plan&plan=MX-NAP2': { items: [counted(0), { ...said, code: 'complete' }] },
      '/measures/finished/values?by=plan&plan=MX-NAP2': { items: [counted(0)] },
      '/measures/early_results/values?by=plan&plan=MX-NAP2': { items: [counted(1)] },
    });
    const asked = await loadOutcome({ plan: ['MX-NAP2'] }, signal);
    expect(asked.map(({ measure, by }) => [measure.key, by])).toEqual([
      ['compliance', ['plan']],
      ['finished', ['plan']],
      ['completion', ['plan']],
      ['early_results', ['plan']],
    ]);
    expect(asked[0]?.rows).toContainEqual(said);
  });
});
