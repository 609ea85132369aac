import { afterEach, describe, expect, it, vi } from 'vitest';
import { answering } from '$lib/api/answering';
import { askMeasure, askMeasures, loadCatalogue, valuesPath } from './ask';

const { signal } = new AbortController();
const finished = { key: 'finished', unit: 'commitments' };
const results = { key: 'early_results', unit: 'commitments' };
const catalogue = { '/measures': { items: [finished, results] } };

afterEach(() => void vi.unstubAllGlobals());

describe('what the dashboard asks about a figure', () => {
  it('is asked again after a failure, and once it has come never again', async () => {
    answering({});
    await expect(loadCatalogue()).rejects.toThrow('Nothing at /measures');
    const asked = answering(catalogue);
    expect([...(await loadCatalogue()).keys()]).toEqual(['finished', 'early_results']);
    await loadCatalogue();
    expect(asked).toEqual(['/measures']);
  });

  it('is a measure with its numbers, and the address at which they stand', async () => {
    const address = '/measures/finished/values?by=plan&level=national';
    answering({ ...catalogue, [address]: { items: [{ plan: 'MX-NAP4', yes: 0, total: 13 }] } });
    const { measure, rows, path } = await askMeasure('finished', ['plan'], { level: ['national'] }, signal);
    expect([measure, rows]).toEqual([finished, [{ plan: 'MX-NAP4', yes: 0, total: 13 }]]);
    expect(path).toBe(`/api/v1${address}`);
  });

  it('is asked once by a page, whoever asks', async () => {
    const address = '/measures/finished/values?by=plan';
    const asked = answering({ ...catalogue, [address]: { items: [{ yes: 1 }] } });
    const [first, second] = await Promise.all([askMeasure('finished', ['plan'], {}, signal), askMeasure('finished', ['plan'], {}, signal)]);
    expect(second.rows).toBe(first.rows);
    expect(asked.filter((each) => each === address)).toHaveLength(1);
  });

  it('can be several measures of the same rows', async () => {
    answering({
      ...catalogue,
      '/measures/finished/values?plan=MX-NAP4': { items: [{ yes: 0 }] },
      '/measures/early_results/values?plan=MX-NAP4': { items: [{ yes: 3 }] },
    });
    const both = await askMeasures(['finished', 'early_results'], [], { plan: ['MX-NAP4'] }, signal);
    expect([both.finished.rows[0]?.yes, both.early_results.rows[0]?.yes]).toEqual([0, 3]);
  });

  it('is no other figure where the catalogue has none of that name', async () => {
    answering({ ...catalogue, '/measures/made_up/values': { items: [] } });
    await expect(askMeasure('made_up', [], {}, signal)).rejects.toThrow('no measure "made_up"');
  });

  it('has an address without what is not asked', () => {
    expect(valuesPath('finished', [], {})).toBe('/api/v1/measures/finished/values');
    expect(valuesPath('finished', ['state', 'status'], { q: '', level: ['local', 'national'] })).toBe(
      '/api/v1/measures/finished/values?by=state,status&level=local,national',
    );
  });
});
