import { ask } from '$lib/api/client';
import type { Measure, Plan, State, Summary } from '$lib/api/types';
import { loadSummary } from '$lib/records/summary';
import { type Asked, askMeasure, askMeasures, loadCatalogue } from '$lib/measures/ask';
import { FIELDS, type Field, missingLists, type MissingList } from './model';

/** What each measure says of all commitments; what it has no record of is a list that can be opened. */
export function loadGaps(signal: AbortSignal): Promise<Record<Field, Asked>> {
  return askMeasures(FIELDS, [], {}, signal);
}

export async function loadLists(signal: AbortSignal): Promise<{ states: State[]; plans: Plan[]; lists: MissingList[] }> {
  const query = { limit: 500 };
  const [states, plans, secretariats] = await Promise.all([
    ask((api) => api.GET('/api/v1/states', { params: { query }, signal })),
    ask((api) => api.GET('/api/v1/plans', { params: { query }, signal })),
    ask((api) => api.GET('/api/v1/secretariats', { params: { query }, signal })),
  ]);
  return { states: states.items, plans: plans.items, lists: missingLists(states.items, plans.items, secretariats.items) };
}

/** Of each state: the plans that are stated, which of them are on record, which others are, and its secretariat. */
export interface PlansAsked {
  stated: Asked;
  documented: Asked;
  others: Asked;
  secretariats: Asked;
}

/** A plan that is not stated, later or of a municipality, makes up for none that is: the two are counted apart. */
export async function loadPlans(signal: AbortSignal): Promise<PlansAsked> {
  const [stated, documented, others, secretariats] = await Promise.all([
    askMeasure('plans_stated', ['state'], {}, signal),
    askMeasure('local_plans', ['state'], {}, signal),
    askMeasure('plans_documented', ['state'], { level: ['local'], in_stated_total: ['false'] }, signal),
    askMeasure('states_with_secretariat', ['state'], {}, signal),
  ]);
  return { stated, documented, others, secretariats };
}

/** The figures of the presentation beside what is on record here, and the measures that count that. */
export async function loadStated(signal: AbortSignal): Promise<{ summary: Summary; catalogue: ReadonlyMap<string, Measure> }> {
  const [summary, catalogue] = await Promise.all([loadSummary(signal), loadCatalogue()]);
  return { summary, catalogue };
}
