import type { State } from '$lib/api/types';

/** How far a state has gone, in the order of the local initiative's own steps. */
export const STAGES = ['none', 'declaration', 'secretariat', 'plan', 'commitments', 'results'] as const;
export type Stage = (typeof STAGES)[number];

/** A step of the ladder: on record, only stated by the presentation, or without a record. */
export type Step = 'reached' | 'stated' | 'not_reached';

export type StageFacts = Pick<
  State,
  | 'id'
  | 'participates'
  | 'participation_confidence'
  | 'secretariat_id'
  | 'plans_stated'
  | 'plans_documented'
  | 'commitments_documented'
  | 'commitments_completed'
>;

/** Each step judged by itself: a state can have a documented plan and no secretariat on record. */
export function ladder(state: StageFacts, withResults: ReadonlySet<string>): Record<Exclude<Stage, 'none'>, Step> {
  const step = (documented: boolean, stated = false): Step => (documented ? 'reached' : stated ? 'stated' : 'not_reached');
  return {
    declaration: step(state.participates && state.participation_confidence !== 'presentation', state.participates),
    secretariat: step(state.secretariat_id !== null),
    plan: step(state.plans_documented > 0, state.plans_stated > 0),
    commitments: step(state.commitments_documented > 0),
    results: step(state.commitments_completed > 0 || withResults.has(state.id)),
  };
}

/** The furthest step of which there is a record or a statement. */
export function stageOf(state: StageFacts, withResults: ReadonlySet<string>): Stage {
  const steps = ladder(state, withResults);
  return [...STAGES].reverse().find((stage) => stage !== 'none' && steps[stage] !== 'not_reached') ?? 'none';
}

export function stageRank(stage: Stage): number {
  return STAGES.indexOf(stage);
}

/** How many states have each step on record, only stated, or without a record. The steps are judged apart. */
export function stepCounts(
  states: readonly StageFacts[],
  withResults: ReadonlySet<string>,
): { stage: Exclude<Stage, 'none'>; counts: Record<Step, number> }[] {
  const ladders = states.map((state) => ladder(state, withResults));
  return STAGES.flatMap((stage) => {
    if (stage === 'none') return [];
    const count = (step: Step) => ladders.filter((steps) => steps[stage] === step).length;
    return [{ stage, counts: { reached: count('reached'), stated: count('stated'), not_reached: count('not_reached') } }];
  });
}
