import { afterEach, describe, expect, it, vi } from 'vitest';
import { answering } from '$lib/api/answering';
import { askIndicator, loadIndicator, loadIndicators, loadStates } from './states';

const { signal } = new AbortController();
afterEach(() => void vi.unstubAllGlobals());

describe('the states', () => {
  it('are all of them', async () => {
    answering({ '/states?limit=500': { items: [{ id: 'MX-DUR' }, { id: 'MX-JAL' }] } });
    expect((await loadStates(signal)).states.map(({ id }) => id)).toEqual(['MX-DUR', 'MX-JAL']);
  });

  it('are not shown at all where the answer is missing', async () => {
    answering({});
    await expect(loadStates(signal)).rejects.toMatchObject({ isNotFound: true });
  });
});

describe('an indicator of the metric', () => {
  it('is had for the states and the country, of every edition', async () => {
    answering({
      '/metrics/values?indicator=transparency&scope=state,national&limit=500': {
        items: [{ value: 0.41 }, { value: 0.52 }],
      },
    });
    expect(await loadIndicator('transparency', signal)).toEqual([{ value: 0.41 }, { value: 0.52 }]);
  });

  it('of one edition is a measure, state by state', async () => {
    const address = '/measures/metric_value/values?by=state&indicator=transparency&edition=2021&scope=state';
    answering({
      '/measures': { items: [{ key: 'metric_value' }] },
      [address]: { items: [{ state: 'MX-DUR', value: 0.41 }] },
    });
    const { rows, path } = await askIndicator('transparency', 2021, signal);
    expect([rows, path]).toEqual([[{ state: 'MX-DUR', value: 0.41 }], `/api/v1${address}`]);
  });

  it('stands in the order of the metric, of whichever edition', async () => {
    const editions = '/metrics?fields=id,edition&limit=500';
    answering({
      [editions]: { items: [{ edition: 2023 }, { edition: 2017 }] },
      '/metrics/2023': {
        indicators: [
          { id: 'participation', position: 3 },
          { id: 'open_government_index', position: 1 },
        ],
      },
      '/metrics/2017': {
        indicators: [
          { id: 'open_government_index', position: 1 },
          { id: 'transparency', position: 2 },
        ],
      },
    });
    expect((await loadIndicators(signal)).map(({ id }) => id)).toEqual(['open_government_index', 'transparency', 'participation']);
  });
});
