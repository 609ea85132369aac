import { describe, expect, it } from 'vitest';
import { proposalName } from '$lib/records/proposals';
import { given, listsOf } from './lists';

describe('the lists of the dialogue', () => {
  it('are those that have all of the filters that are given', () => {
    expect(listsOf('', {})).toEqual(['proposals', 'agreements', 'sessions']);
    expect(listsOf('', { state: 'MX-DUR', q: 'agua' })).toEqual(['proposals', 'agreements', 'sessions']);
    expect(listsOf('', { commitment: 'MX-DUR-PAL1-C1' })).toEqual(['proposals', 'agreements']);
    expect(listsOf('', { disposition: 'adopted' })).toEqual(['proposals']);
    expect(listsOf('sessions', { state: 'MX-DUR' })).toEqual(['sessions']);
    expect(listsOf('', { disposition: 'adopted', fulfilled: 'true' })).toEqual([]);
    expect(listsOf('sessions', { disposition: 'adopted' })).toEqual([]);
  });

  it('take what an address gives, and not which list it is', () => {
    expect(given({ list: 'sessions', state: 'MX-DUR', q: '' })).toEqual({ state: 'MX-DUR' });
  });
});

describe('a proposal', () => {
  const none = { id: 'P1', proposal_es: null, proposal_en: null, problem_es: null, problem_en: null };
  it('is called by the beginning of what it says, else of the problem', () => {
    expect(proposalName({ ...none, proposal_es: 'Hornos', problem_es: 'Humo' }, 'es')).toEqual({ text: 'Hornos', language: 'es' });
    expect(proposalName({ ...none, problem_es: 'Humo' }, 'en')).toEqual({ text: 'Humo', language: 'es' });
    expect(proposalName(none, 'es')).toBeNull();
  });
  it('is cut at the end of a word', () => {
    expect(proposalName({ ...none, proposal_es: 'palabra '.repeat(20).trim() }, 'es')?.text).toBe(`${'palabra '.repeat(15).trim()}…`);
  });
});
