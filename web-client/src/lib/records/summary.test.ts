import { afterEach, describe, expect, it, vi } from 'vitest';
import { answering } from '$lib/api/answering';
import { loadNationalPlans, loadStatuses, loadSummary } from './summary';

const { signal } = new AbortController();
afterEach(() => void vi.unstubAllGlobals());

describe('the figures of the whole record', () => {
  it('are the summary and the statuses of all commitments', async () => {
    answering({
      '/stats/summary': { figures: [{ key: 'states' }] },
      '/stats/commitments?group_by=status': { items: [{ status: null, count: 90 }] },
    });
    expect(await loadSummary(signal)).toEqual({ figures: [{ key: 'states' }] });
    expect(await loadStatuses(signal)).toEqual({ items: [{ status: null, count: 90 }] });
  });

  it('have the national plans in the order of their numbers, each with what was said of its results', async () => {
    answering({
      '/plans?level=national&fields=id&limit=50': { items: [{ id: 'MX-NAP10' }, { id: 'MX-NAP1' }, { id: 'MX-NAP4' }] },
      '/plans/MX-NAP10': { number: 10, assessments: [] },
      '/plans/MX-NAP1': { number: 1, assessments: [{ id: 'a' }] },
      '/plans/MX-NAP4': { number: 4, assessments: [] },
    });
    expect(await loadNationalPlans(signal)).toEqual([
      { number: 1, assessments: [{ id: 'a' }] },
      { number: 4, assessments: [] },
      { number: 10, assessments: [] },
    ]);
  });
});
