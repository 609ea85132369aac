import type { MeasureRow, State } from '$lib/api/types';
import type { Format } from '$lib/format/format';
import type { Words } from '$lib/i18n/words';
import { type Doubt, DOUBTS } from '$lib/map/choropleth';
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

/** What of a state says how sure its steps are. */
export type Doubted = Pick<State, 'presentation_steps' | 'undescribed_steps'>;

/** Whether a step that the state took rests on the presentation alone, or on a source that says nothing more of it. */
export function doubtOf({ presentation_steps, undescribed_steps }: Doubted, step: Stage): Doubt | undefined {
  const has = (steps: readonly string[]) => steps.some((each) => each === step);
  return has(presentation_steps) ? 'presentation' : has(undescribed_steps) ? 'undescribed' : undefined;
}

/** That a state did not join, with the day of who said so: it can have joined since. */
export function asOf(
  { participation_as_of, participation_as_of_precision }: Partial<Pick<State, 'participation_as_of' | 'participation_as_of_precision'>>,
  text: string,
  { t, f }: { t: Words['common']; f: Format },
): string {
  return participation_as_of ? t.stage.asOf(text, f.date(participation_as_of, participation_as_of_precision ?? null)) : text;
}

/** What of a state says how far it came and on what that rests. */
export type Staged = Pick<
  State,
  'stage' | 'stage_record_ids' | 'commitments_documented' | 'participation_as_of' | 'participation_as_of_precision'
>;

/**
 * How far a state came, wherever it is said: of results by how many of its commitments, since one is enough; of one that did not join
 * as of when.
 */
export function stageText(state: Staged, words: { t: Words['common']; f: Format }): string {
  const text = words.t.stage[state.stage];
  if (state.stage === 'none') return asOf(state, text, words);
  return state.stage === 'results' ? words.t.stage.by(text, state.stage_record_ids.length, state.commitments_documented) : text;
}

/** A step that is less than documented, with the names of the states of which it is. */
export interface Presented {
  doubt: Doubt;
  stage: Stage;
  names: string[];
}

/** The furthest first; of each state the steps that are looked at. */
export function presented<S extends Doubted>(
  states: readonly S[],
  stepsOf: (state: S) => readonly Stage[],
  nameOf: (state: S) => string,
): Presented[] {
  return DOUBTS.flatMap((doubt) =>
    [...STAGES].reverse().flatMap((stage) => {
      const names = states.filter((state) => doubtOf(state, stage) === doubt && stepsOf(state).includes(stage)).map(nameOf);
      return names.length > 0 ? [{ doubt, stage, names }] : [];
    }),
  );
}

/** What is said of each step of one state. Each is judged by itself: a state can have a plan and no secretariat. */
export function verdictsOf(byState: Steps, state: string): Record<StepStage, Verdict> {
  const of = ({ stage, measure }: (typeof STEPS)[number]) => [stage, verdictOf(coded(byState[measure], { state }))] as const;
  return Object.fromEntries(STEPS.map(of)) as Record<StepStage, Verdict>;
}
