import { RuleTester } from 'eslint';
import ts from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import rule, { VOCABULARIES } from './no-code-sets.js';
import { some } from './some';

RuleTester.describe = describe;
// Each case is an assertion of the rule tester's own.
RuleTester.it = (name, run) => it(name, () => expect(run).not.toThrow());

describe('the codes that measures judge by', () => {
  it('are those of the API', () => {
    expect([...VOCABULARIES.keys()]).toEqual(['status', 'completion', 'early_results', 'ambition']);
    expect([...(VOCABULARIES.get('status') ?? [])].sort()).toEqual(['completed', 'in_progress', 'not_started', 'verified']);
    for (const [name, codes] of some(VOCABULARIES)) expect(codes.size, name).toBeGreaterThan(3);
  });
});

const set = (vocabulary: string) => [{ messageId: 'set', data: { vocabulary } }];
new RuleTester({ languageOptions: { parser: ts.parser as never } }).run('no-code-sets', rule as never, {
  valid: [
    `const label = { completed: 'Completed', verified: 'Verified' };`,
    `const one = status === 'completed';`,
    `const other = key === 'completed' || name === 'early_results';`,
    `const columns = ['plan', 'completed', 'results'];`,
    `const years = '2017,2019';`,
  ],
  invalid: [
    { code: `const finished = new Set(['completed', 'verified']);`, errors: set('status') },
    { code: `const better = ['marginal' as const, 'major', 'outstanding'];`, errors: set('early_results') },
    { code: `const ambitious = codes.some((code) => ['transformative', 'high'].includes(code));`, errors: set('ambition') },
    { code: `const done = status === 'completed' || status === 'verified';`, errors: set('status') },
    { code: `const open = !(status === 'completed' || ready) && status !== 'verified';`, errors: set('status') },
    { code: `const rows = { completion: 'complete,substantial' };`, errors: set('completion') },
    { code: 'const address = `/commitments?state=${id}&status=completed,verified`;', errors: set('status') },
    { code: `switch (code) { case 'marginal': case 'major': answer = 'yes'; }`, errors: set('early_results') },
  ],
});
