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

/** From rows grouped by plan or state and one other key: what is known of each of them. */
export function knownBy(
  groups: readonly (Group & { plan?: unknown; state?: unknown })[],
  by: 'plan' | 'state',
  key: 'status' | 'early_results',
): ReadonlyMap<string, Known> {
  const all = new Map<string, Known>();
  for (const group of groups) {
    const id = group[by];
    if (typeof id !== 'string') continue;
    const known = all.get(id) ?? nothing();
    add(known, group[key], key === 'status' ? FINISHED : BETTER, group.count);
    all.set(id, known);
  }
  return all;
}

export function sum(all: readonly Known[]): Known {
  return all.reduce(
    (total, { yes, no, unknown }) => ({ yes: total.yes + yes, no: total.no + no, unknown: total.unknown + unknown }),
    nothing(),
  );
}

/** Nothing is known of any of them: there is no count to give, not even 0. */
export function isUnknown({ yes, no }: Known): boolean {
  return yes + no === 0;
}
