import type { State } from '$lib/api/types';
import type { Format } from '$lib/format/format';
import type { CoverageMessages } from './messages';

export type Field = keyof CoverageMessages['fields'];

export interface FieldGap {
  field: Field;
  /** Query of the commitments that lack it. */
  query: Record<string, string>;
  missing: number;
  total: number;
}

export type PlanFacts = Pick<State, 'id' | 'plans_stated' | 'plans_documented'>;

/** States for which more plans are stated than documented, the largest gap first. */
export function planGaps<S extends PlanFacts>(states: readonly S[]): (S & { gap: number })[] {
  return states
    .map((state) => ({ ...state, gap: state.plans_stated - state.plans_documented }))
    .filter(({ gap }) => gap > 0)
    .sort((a, b) => b.gap - a.gap);
}

export function planGapsAnswer(gaps: readonly { gap: number }[], m: CoverageMessages, f: Format): string {
  const missing = gaps.reduce((sum, { gap }) => sum + gap, 0);
  return m.statesAnswer(missing, f.integer(missing), gaps.length, f.integer(gaps.length));
}

export function byMissing(gaps: readonly FieldGap[]): FieldGap[] {
  return [...gaps].sort((a, b) => b.missing - a.missing);
}

export function fieldsAnswer(gaps: readonly FieldGap[], m: CoverageMessages, f: Format): string | undefined {
  const most = byMissing(gaps)[0];
  return most && m.fieldsAnswer(f.integer(most.total), m.fields[most.field], f.integer(most.missing));
}
