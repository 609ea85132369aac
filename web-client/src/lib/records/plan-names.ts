/** How a plan is called wherever it is named: one rule, so that no two plans bear the same name. Pure. */
import type { Commitment, Plan } from '$lib/api/types';
import type { Language } from '$lib/i18n/language';
import { textOf } from '$lib/i18n/localized';
import type { Words } from '$lib/i18n/words';
import { vocabulary } from '$lib/vocabulary/terms.svelte';

export type Numbered = Pick<Plan, 'level' | 'scope' | 'municipality' | 'number' | 'start_date' | 'published_on'>;
export type Named = Numbered & Pick<Plan, 'state_id' | 'title_es' | 'title_en'>;
/** The fields by which a plan is named. */
export const NAMING = [
  'id',
  'number',
  'title_es',
  'title_en',
  'level',
  'scope',
  'municipality',
  'state_id',
  'start_date',
  'published_on',
] as const satisfies readonly ('id' | keyof Named)[];
type PlanWords = Words['common']['plan'];

/** The municipalities of a plan, by their INEGI codes: its own or, where it is of several, those of its commitments. */
export function municipalitiesOf(plan: Pick<Plan, 'municipality'>, commitments: readonly Pick<Commitment, 'municipality'>[]): string[] {
  const codes = plan.municipality === null ? commitments.map(({ municipality }) => municipality) : [plan.municipality];
  return [...new Set(codes.filter((code) => code !== null))].sort();
}

/** The year tells a later plan, which is numbered anew, from the one that the presentation counts. */
const yearOf = ({ start_date, published_on }: Numbered) => (start_date ?? published_on)?.slice(0, 4) ?? null;

/** A municipality by its name; by its code where none is on record. */
export function municipalityName(code: string, m: PlanWords): string {
  const { term } = vocabulary('municipality');
  return term(code) === undefined ? m.inegi(code) : vocabulary('municipality').label(code);
}

/** What it is and which: of the nation, of a state or of a municipality. Says nothing of the state that it is in. */
export function planKind(plan: Numbered, m: PlanWords): string {
  const kind =
    plan.level === 'national'
      ? m.national(plan.number)
      : plan.scope === 'municipality'
        ? m.municipal(plan.number, plan.municipality === null ? null : municipalityName(plan.municipality, m))
        : m.local(plan.number);
  const year = yearOf(plan);
  return year === null ? kind : m.ofYear(kind, year);
}

/** The same after the name of its state, for where plans of several states stand together. */
export function shortPlan(plan: Numbered & Pick<Plan, 'state_id'>, stateName: (id: string) => string, m: PlanWords): string {
  const kind = planKind(plan, m);
  return plan.state_id === null ? kind : m.of(stateName(plan.state_id), kind);
}

/** Its title; where there is none on record, what it is and that there is none. */
export function planTitle(plan: Named, stateName: (id: string) => string, m: PlanWords, language: Language): string {
  return textOf(plan, 'title', language) || m.untitled(shortPlan(plan, stateName, m));
}
