import { afterEach, describe, expect, it, vi } from 'vitest';
import { answering } from '$lib/api/answering';
import { loadSteps, verdictsOf } from './stage';

const { signal } = new AbortController();
afterEach(() => void vi.unstubAllGlobals());

const MEASURES = [
  'participating_states',
  'states_with_secretariat',
  'states_with_plan',
  'states_with_commitments',
  'states_with_results',
] as const;
const catalogue = { '/measures': { items: MEASURES.map((key) => ({ key })) } };
const row = (state: string, yes: number, no: number, unknown: number) => ({ state, said_by: null, yes, no, unknown, total: 1 });

describe('the steps of a state', () => {
  it('are what their measures say, each by itself: a plan on record needs no secretariat, and a finished commitment is no step', async () => {
    const query = '/values?by=state&state=MX-DUR,MX-PUE';
    answering({
      ...catalogue,
      [`/measures/participating_states${query}`]: { items: [row('MX-PUE', 0, 1, 0), row('MX-DUR', 1, 0, 0)] },
      [`/measures/states_with_secretariat${query}`]: { items: [row('MX-PUE', 0, 0, 1), row('MX-DUR', 0, 0, 1)] },
      [`/measures/states_with_plan${query}`]: { items: [row('MX-PUE', 0, 0, 1), row('MX-DUR', 1, 0, 0)] },
      [`/measures/states_with_commitments${query}`]: { items: [row('MX-PUE', 0, 0, 1), row('MX-DUR', 1, 0, 0)] },
      [`/measures/states_with_results${query}`]: { items: [row('MX-PUE', 0, 0, 1)] },
    });
    const steps = await loadSteps(['state'], ['MX-DUR', 'MX-PUE'], signal);
    expect(verdictsOf(steps, 'MX-DUR')).toEqual({
      declaration: 'yes',
      secretariat: 'unknown',
      plan: 'yes',
      commitments: 'yes',
      results: 'unknown',
    });
    expect(verdictsOf(steps, 'MX-PUE')).toMatchObject({ declaration: 'no', plan: 'unknown' });
  });

  it('are asked of all states together without naming any', async () => {
    answering({
      ...catalogue,
      ...Object.fromEntries(MEASURES.map((key) => [`/measures/${key}/values`, { items: [{ said_by: null, yes: 25, total: 32 }] }])),
    });
    expect((await loadSteps([], [], signal)).states_with_results.rows).toEqual([{ said_by: null, yes: 25, total: 32 }]);
  });
});
