/** Whether commitments were done, beside whether they changed anything: two counts that are never added up. */

/** Early-results codes that say that openness changed for the better: marginal or more, moderate or more since 2021. */
const BETTER: ReadonlySet<string> = new Set(['marginal', 'major', 'outstanding', 'moderate', 'significant']);
const FINISHED: ReadonlySet<string> = new Set(['completed', 'verified']);

/** Of a number of commitments, those for which it is so, those for which it is not, those of which nobody says. */
export interface Known {
  yes: number;
  no: number;
  unknown: number;
}

export interface Outcome {
  total: number;
  done: Known;
  changed: Known;
}

interface Group {
  count: number;
  status?: unknown;
  early_results?: unknown;
}

const nothing = (): Known => ({ yes: 0, no: 0, unknown: 0 });

function add(known: Known, code: unknown, good: ReadonlySet<string>, count: number) {
  if (typeof code !== 'string') known.unknown += count;
  else if (good.has(code)) known.yes += count;
  else known.no += count;
}

/** From rows of /stats/commitments?group_by=status,early_results. */
export function outcome(groups: readonly Group[]): Outcome {
  const [done, changed] = [nothing(), nothing()];
  let total = 0;
  for (const { count, status, early_results } of groups) {
    total += count;
    add(done, status, FINISHED, count);
    add(changed, early_results, BETTER, count);
  }
  return { total, done, changed };
}

/** From rows grouped by plan and one other key: what is known of each plan. */
export function knownByPlan(groups: readonly (Group & { plan?: unknown })[], key: 'status' | 'early_results'): ReadonlyMap<string, Known> {
  const plans = new Map<string, Known>();
  for (const group of groups) {
    if (typeof group.plan !== 'string') continue;
    const known = plans.get(group.plan) ?? nothing();
    add(known, group[key], key === 'status' ? FINISHED : BETTER, group.count);
    plans.set(group.plan, known);
  }
  return plans;
}

export function sum(all: readonly Known[]): Known {
  return all.reduce((total, { yes, no, unknown }) => ({ yes: total.yes + yes, no: total.no + no, unknown: total.unknown + unknown }), nothing());
}

/** Nothing is known of any of them: there is no count to give, not even 0. */
export function isUnknown({ yes, no }: Known): boolean {
  return yes + no === 0;
}
