import { afterEach, describe, expect, it, vi } from 'vitest';
import { answering } from '$lib/api/answering';
import { loadCommitments, loadEdition, loadSecretariat, loadState, plansBehind } from './state-detail';

const { signal } = new AbortController();
afterEach(() => void vi.unstubAllGlobals());

describe('the page of a state', () => {
  it('takes the INEGI code, too', async () => {
    answering({ '/states/10': { id: 'MX-DUR', stage: 'results' } });
    expect(await loadState('10', signal)).toEqual({ id: 'MX-DUR', stage: 'results' });
  });

  it('says that there is no such state', async () => {
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

  it('says of which plans the commitments and the results are', () => {
    const plan = (id: string, commitments_documented: number, commitments_with_results: number, commitments_with_indicators: number) => ({
      id,
      commitments_documented,
      commitments_with_results,
      commitments_with_indicators,
    });
    const plans = [plan('stated', 0, 0, 0), plan('first', 7, 0, 1), plan('second', 8, 1, 0), plan('municipal', 3, 0, 0)];
    const behind = (stage: 'plan' | 'commitments' | 'results') => plansBehind(plans, stage).map(({ id }) => id);
    expect(behind('commitments')).toEqual(['first', 'second', 'municipal']);
    expect(behind('results')).toEqual(['first', 'second']);
    expect(behind('plan')).toEqual([]);
  });

  it('compares within one edition of the metric', async () => {
    answering({
      '/metrics/2021': { edition: 2021 },
      '/metrics/values?edition=2021&scope=state,national&confidence=documented,inferred,presentation&limit=500': {
        items: [{ value: 0.48 }],
      },
    });
    expect(await loadEdition(2021, signal)).toEqual({ edition: { edition: 2021 }, values: [{ value: 0.48 }] });
  });
});
