import { afterEach, describe, expect, it, vi } from 'vitest';
import { answering } from '$lib/api/answering';
import { loadSummary } from './summary';

afterEach(() => void vi.unstubAllGlobals());

describe('what is stated and what is documented', () => {
  it('is the summary of the whole record', async () => {
    answering({ '/stats/summary': { figures: [{ key: 'states' }] } });
    expect(await loadSummary(new AbortController().signal)).toEqual({ figures: [{ key: 'states' }] });
  });
});
