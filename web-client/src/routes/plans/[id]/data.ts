/** The measures that the page of a plan asks. */
import { askMeasure, askMeasures, type Asked } from '$lib/measures/ask';

/** What was promised, what was done and what it changed, in the order in which they are asked. */
const SHOWN = ['verifiable', 'relevance', 'ambition', 'compliance', 'completion', 'finished', 'early_results', 'with_indicator'] as const;

export interface PlanMeasures {
  /** With what voices say of the plan as a whole. */
  byPlan: Asked[];
  /** Of all its commitments, for the sentence that answers. */
  all: Asked[];
  stated: Asked;
  documented: Asked;
}

export async function loadMeasures(id: string, signal: AbortSignal): Promise<PlanMeasures> {
  const plan = { plan: [id] };
  const asked = await askMeasures([...SHOWN, 'commitments_stated', 'commitments_documented'], ['plan'], plan, signal);
  return {
    byPlan: SHOWN.map((key) => asked[key]),
    all: [asked.finished, asked.early_results],
    stated: asked.commitments_stated,
    documented: asked.commitments_documented,
  };
}

export async function loadFinished(id: string, signal: AbortSignal): Promise<{ all: Asked; byStatus: Asked }> {
  const plan = { plan: [id] };
  const [all, byStatus] = await Promise.all([askMeasure('finished', [], plan, signal), askMeasure('finished', ['status'], plan, signal)]);
  return { all, byStatus };
}
