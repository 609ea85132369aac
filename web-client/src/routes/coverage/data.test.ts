import { beforeEach, expect, it, vi } from 'vitest';
import { askMeasure } from '$lib/measures/ask';
import { loadPlans } from './data';

vi.mock('$lib/measures/ask', () => ({
  askMeasure: vi.fn((key: string, by: readonly string[], filters: object) => Promise.resolve({ key, by, filters })),
  askMeasures: vi.fn(),
  loadCatalogue: vi.fn(),
}));
beforeEach(() => vi.mocked(askMeasure).mockClear());

it('a plan that is not stated, later or of a municipality, is counted apart from those that are', async () => {
  const asked = await loadPlans(new AbortController().signal);
  expect(asked.stated).toMatchObject({ key: 'plans_stated', by: ['state'] });
  expect(asked.documented).toMatchObject({ key: 'local_plans', by: ['state'] });
  expect(asked.others).toMatchObject({ key: 'plans_documented', by: ['state'], filters: { in_stated_total: ['false'] } });
});
