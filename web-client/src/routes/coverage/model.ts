import type { MeasureRow, Plan, Secretariat, State } from '$lib/api/types';
import type { Format } from '$lib/format/format';
import type { Words } from '$lib/i18n/words';
import type { Asked } from '$lib/measures/ask';

/** Measures of commitments whose unknown part is what could still be found. */
export const FIELDS = ['finished', 'completion', 'early_results', 'with_indicator', 'with_evidence'] as const;
export type Field = (typeof FIELDS)[number];

export interface FieldGap {
  field: Field;
  of: Asked;
  row: MeasureRow;
  /** Query of the commitments of which there is no record of it. */
  query: Record<string, string>;
}

/** Most that is missing first. */
export function fieldGaps(asked: Readonly<Record<Field, Asked>>): FieldGap[] {
  return FIELDS.flatMap((field) => {
    const row = asked[field].rows[0];
    return row ? [{ field, of: asked[field], row, query: queryOf(row.unknown_rows_url) }] : [];
  }).sort((a, b) => (b.row.unknown ?? 0) - (a.row.unknown ?? 0));
}

/** The explorer takes the filters of the rows. */
function queryOf(address: string | null): Record<string, string> {
  return address === null ? {} : Object.fromEntries(new URL(address).searchParams);
}

/** Of a state: the plans that are stated, and which of those are on record. */
export interface PlanFacts {
  id: string;
  stated: number;
  documented: number;
}

/** States of which a stated plan is not on record, the largest gap first. */
export function planGaps<S extends PlanFacts>(states: readonly S[]): (S & { gap: number })[] {
  return states
    .map((state) => ({ ...state, gap: state.stated - state.documented }))
    .filter(({ gap }) => gap > 0)
    .sort((a, b) => b.gap - a.gap);
}

export function planGapsAnswer(gaps: readonly { gap: number }[], m: Words['coverage'], f: Format): string {
  const missing = gaps.reduce((sum, { gap }) => sum + gap, 0);
  return m.statesAnswer(missing, f.integer(missing), gaps.length, f.integer(gaps.length));
}

/** What is missing most, with all that are missing alike: a tie is told, whatever the order. */
export function fieldsAnswer(gaps: readonly FieldGap[], m: Words['coverage'], f: Format): string | undefined {
  const [most] = gaps;
  const alike = gaps.filter(({ row }) => row.unknown === most?.row.unknown);
  return (
    most &&
    m.fieldsAnswer(
      f.integer(most.row.total ?? 0),
      alike.map(({ field }) => m.fields[field]),
      f.integer(most.row.unknown ?? 0),
    )
  );
}

export type ListKey = keyof Words['coverage']['lists'];

export interface MissingList {
  key: ListKey;
  /** How many there are in all. */
  of: number;
  /** Those that lack it, with the page of each. */
  items: { id: string; path: string }[];
}

/** What somebody could look for, record by record. */
export function missingLists(states: readonly State[], plans: readonly Plan[], secretariats: readonly Secretariat[]): MissingList[] {
  const participating = states.filter(({ participates }) => participates);
  const list = <R>(
    key: ListKey,
    all: readonly R[],
    lacks: (record: R) => boolean,
    item: (record: R) => { id: string; path: string },
  ): MissingList => ({ key, of: all.length, items: all.filter(lacks).map(item) });
  const ofState = ({ id }: { id: string }) => ({ id, path: `/states/${id}` });
  const ofPlan = ({ id }: Plan) => ({ id, path: `/plans/${id}` });
  const ofSecretariat = ({ state_id }: Secretariat) => ({ id: state_id, path: `/states/${state_id}` });
  return [
    list('declaration', participating, (state) => state.declaration_signed_on === null, ofState),
    list('secretariat', participating, (state) => state.secretariat_id === null, ofState),
    list('rules', secretariats, (each) => each.rules_document_url === null, ofSecretariat),
    list('members', secretariats, (each) => each.members_documented === 0, ofSecretariat),
    list('dates', plans, (plan) => plan.start_date === null && plan.published_on === null, ofPlan),
    list('commitments', plans, (plan) => plan.commitments_documented === 0, ofPlan),
  ];
}

/** Words as the beginning of a sentence. */
export function sentence(words: string, language: string): string {
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
}
