import { afterEach, describe, expect, it, vi } from 'vitest';
import { answering } from '$lib/api/answering';
import { isPresented, loadSummary } from './summary';

afterEach(() => void vi.unstubAllGlobals());

describe('what is stated and what is documented', () => {
  it('is the summary of the whole record', async () => {
    answering({ '/stats/summary': { figures: [{ key: 'states' }] } });
    expect(await loadSummary(new AbortController().signal)).toEqual({ figures: [{ key: 'states' }] });
  });
});

describe('a number', () => {
  it('is of the age of the presentation where it is the one that it states', () => {
    const figure = { confidence: 'presentation', stated: 30 } as const;
    expect([isPresented(figure, { yes: 30 }), isPresented(figure, { yes: 31 }), isPresented(figure, undefined)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(isPresented({ ...figure, confidence: 'documented' }, { yes: 30 })).toBe(false);
  });
});
