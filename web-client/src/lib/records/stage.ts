import type { MeasureRow, State } from '$lib/api/types';
import { type Asked, askMeasures } from '$lib/measures/ask';
import { coded } from '$lib/measures/rows';

/** How far a state has gone, which the API says of it: in the order of the local initiative's own steps. */
export type Stage = State['stage'];
export const STAGES = ['none', 'declaration', 'secretariat', 'plan', 'commitments', 'results'] as const satisfies readonly Stage[];

/** Each step, with the measure that says which states took it. */
export const STEPS = [
  { stage: 'declaration', measure: 'participating_states' },
  { stage: 'secretariat', measure: 'states_with_secretariat' },
  { stage: 'plan', measure: 'states_with_plan' },
  { stage: 'commitments', measure: 'states_with_commitments' },
  { stage: 'results', measure: 'states_with_results' },
] as const satisfies readonly { stage: Stage; measure: string }[];
export type StepStage = (typeof STEPS)[number]['stage'];

/** What a measure says of one state: it is so, it is not so, or there is no record of it here. */
export const VERDICTS = ['yes', 'no', 'unknown'] as const;
export type Verdict = (typeof VERDICTS)[number];

export function verdictOf(row: MeasureRow | undefined): Verdict {
  return row?.yes ? 'yes' : row?.no ? 'no' : 'unknown';
}

/** What the measure of each step says, of all states or of each. */
export type Steps = Readonly<Record<(typeof STEPS)[number]['measure'], Asked>>;

/** Of all states, or of those that are named; by state, or of them together. */
export function loadSteps(by: readonly 'state'[], states: readonly string[], signal: AbortSignal): Promise<Steps> {
  return askMeasures(
    STEPS.map(({ measure }) => measure),
    by,
    states.length === 0 ? {} : { state: [...states] },
    signal,
  );
}

/** Whether only the presentation tells of a step that the state took. */
export function isPresented({ presentation_steps }: Pick<State, 'presentation_steps'>, step: Stage): boolean {
  return presentation_steps.some((each) => each === step);
}

/** A step of which only the presentation tells, with the names of the states of which it does. */
export interface Presented {
  stage: Stage;
  names: string[];
}

/** The furthest first; of each state the steps that are looked at. */
export function presented<S extends Pick<State, 'presentation_steps'>>(
  states: readonly S[],
  stepsOf: (state: S) => readonly Stage[],
  nameOf: (state: S) => string,
): Presented[] {
  return [...STAGES].reverse().flatMap((stage) => {
    const names = states.filter((state) => isPresented(state, stage) && stepsOf(state).includes(stage)).map(nameOf);
    return names.length > 0 ? [{ stage, names }] : [];
  });
}

/** What is said of each step of one state. Each is judged by itself: a state can have a plan and no secretariat. */
export function verdictsOf(byState: Steps, state: string): Record<StepStage, Verdict> {
  const of = ({ stage, measure }: (typeof STEPS)[number]) => [stage, verdictOf(coded(byState[measure], { state }))] as const;
  return Object.fromEntries(STEPS.map(of)) as Record<StepStage, Verdict>;
}
