import { afterEach, describe, expect, it, vi } from 'vitest';
import { answering } from '$lib/api/answering';
import { loadCommitments, loadEdition, loadSecretariat, loadState } from './state-detail';

const { signal } = new AbortController();
afterEach(() => void vi.unstubAllGlobals());

const counted = '/commitments?state=10&has_indicators=true&limit=1';

describe('the page of a state', () => {
  it('knows of results from one commitment with an indicator on', async () => {
    // The reader may write the INEGI code; the results belong to the state's own.
    answering({ '/states/10': { id: 'MX-DUR' }, [counted]: { total: 1, items: [] } });
    const { state, withResults } = await loadState('10', signal);
    expect(state.id).toBe('MX-DUR');
    expect([...withResults]).toEqual(['MX-DUR']);
  });

  it('knows of none where no commitment has an indicator', async () => {
    answering({ '/states/10': { id: 'MX-DUR' }, [counted]: { total: 0, items: [] } });
    expect([...(await loadState('10', signal)).withResults]).toEqual([]);
  });

  it('says that there is no such state, not that its commitments could not be counted', async () => {
    answering({});
    await expect(loadState('XX', signal)).rejects.toMatchObject({ message: 'Nothing at /states/XX' });
  });

  it('has the secretariat and the commitments of the state', async () => {
    answering({
      '/secretariats/MX-DUR': { id: 'MX-DUR-STL' },
      '/commitments?state=MX-DUR&limit=500': { items: [{ id: 'MX-DUR-P1-C1' }, { id: 'MX-DUR-P1-C2' }] },
    });
    expect(await loadSecretariat('MX-DUR', signal)).toEqual({ id: 'MX-DUR-STL' });
    expect((await loadCommitments('MX-DUR', signal)).map(({ id }) => id)).toEqual(['MX-DUR-P1-C1', 'MX-DUR-P1-C2']);
  });

  it('compares within one edition of the metric', async () => {
    answering({
      '/metrics/2021': { edition: 2021 },
      '/metrics/values?edition=2021&scope=state,national&limit=500': { items: [{ value: 0.48 }] },
    });
    expect(await loadEdition(2021, signal)).toEqual({ edition: { edition: 2021 }, values: [{ value: 0.48 }] });
  });
});
