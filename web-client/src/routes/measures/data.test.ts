import { afterEach, describe, expect, it, vi } from 'vitest';
import { answering } from '$lib/api/answering';
import type { Measure } from '$lib/api/types';
import { grouped, loadValues } from './data';

const measure = (key: string, group: string) => ({ key, group, group_es: `¿${group}?`, group_en: `${group}?` }) as Measure;
afterEach(() => void vi.unstubAllGlobals());

describe('the measures', () => {
  it('stand under the question that they answer together, in the order of the catalogue', () => {
    const all = [measure('verifiable', 'design'), measure('finished', 'implementation'), measure('ambition', 'design')];
    expect(grouped(all).map(({ question_en, measures }) => [question_en, measures.map(({ key }) => key)])).toEqual([
      ['design?', ['verifiable', 'ambition']],
      ['implementation?', ['finished']],
    ]);
  });

  it('are each asked of everything that they count', async () => {
    answering({
      '/measures': { items: [measure('verifiable', 'design'), measure('finished', 'implementation')] },
      '/measures/verifiable/values': { items: [{ yes: 9, total: 13 }] },
      '/measures/finished/values': { items: [{ yes: 1, total: 90 }] },
    });
    const values = await loadValues(new AbortController().signal);
    expect([values.get('verifiable')?.rows[0]?.yes, values.get('finished')?.rows[0]?.total]).toEqual([9, 90]);
  });
});
