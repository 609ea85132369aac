import { describe, expect, it } from 'vitest';
import { ladder, stageOf, stepCounts, type StageFacts } from './stage';

const nothing: StageFacts = {
  id: 'MX-DUR',
  participates: false,
  participation_confidence: null,
  secretariat_id: null,
  plans_stated: 0,
  plans_documented: 0,
  commitments_documented: 0,
  commitments_completed: 0,
};
const none = new Set<string>();

describe('the stage of a state', () => {
  it('is none where it does not take part', () => {
    expect(stageOf(nothing, none)).toBe('none');
  });

  it('is the furthest step on record or stated, even when an earlier one is not', () => {
    const state: StageFacts = { ...nothing, participates: true, participation_confidence: 'presentation', plans_stated: 1 };
    expect(stageOf(state, none)).toBe('plan');
    expect(ladder(state, none)).toEqual({
      declaration: 'stated',
      secretariat: 'not_reached',
      plan: 'stated',
      commitments: 'not_reached',
      results: 'not_reached',
    });
  });

  it('is results with a finished commitment or an observed indicator', () => {
    expect(stageOf({ ...nothing, commitments_documented: 6, commitments_completed: 1 }, none)).toBe('results');
    expect(stageOf({ ...nothing, commitments_documented: 6 }, new Set(['MX-DUR']))).toBe('results');
    expect(stageOf({ ...nothing, commitments_documented: 6 }, none)).toBe('commitments');
  });

  it('are counted apart for all states', () => {
    const state = (facts: Partial<StageFacts>): StageFacts => ({ ...nothing, ...facts });
    const counts = stepCounts(
      [
        state({ participates: true, participation_confidence: 'documented' }),
        state({ plans_documented: 1, plans_stated: 1 }),
        state({ plans_stated: 1 }),
      ],
      new Set(),
    );
    expect(counts.map(({ stage, counts: { reached, stated, not_reached } }) => [stage, reached, stated, not_reached])).toEqual([
      ['declaration', 1, 0, 2],
      ['secretariat', 0, 0, 3],
      ['plan', 1, 1, 1],
      ['commitments', 0, 0, 3],
      ['results', 0, 0, 3],
    ]);
  });
});
