/** Picking and naming the rows of a measure. Pure. */
import type { Measure, MeasureRow, Precision } from '$lib/api/types';
import type { Format } from '$lib/format/format';
import type { Language } from '$lib/i18n/language';
import { textOf } from '$lib/i18n/localized';
import type { Asked, By } from './ask';

/** What is marked of a row: what it is of, who says it, and its numbers. */
export type Counted = Pick<MeasureRow, 'said_by' | 'code'> & Partial<Record<Part, number | null>> & Record<string, unknown>;

/** A row that a number is of, and what it is counted by. */
export interface Marked {
  of: Pick<Asked, 'by' | 'filters'> & { measure: Pick<Measure, 'key' | 'unit'> };
  row: Counted;
}

export type Part = 'yes' | 'no' | 'unknown' | 'total' | 'value' | 'known';

/** What was counted from the records here, of everything or of one group; undefined where the group has no row. */
export function coded({ rows }: Pick<Asked, 'rows'>, group: Partial<Record<By, unknown>> = {}): MeasureRow | undefined {
  return rows.find((row) => row.said_by === null && isOf(row, group));
}

/**
 * What is counted of a group: its row, or none of it where the measure has no row. Only where the number of the whole stands beside
 * it: anywhere else a group without a row has no record here (`coded`), which is never 0. What is no count is not on record then.
 */
export function countedOf(asked: Pick<Asked, 'rows' | 'measure'>, group: Partial<Record<By, string | null>>): Counted {
  const isCount = asked.measure.unit !== 'index' && asked.measure.unit !== 'percent';
  return coded(asked, group) ?? { ...group, said_by: null, code: null, value: isCount ? 0 : null };
}

/**
 * What voices said of a plan as a whole: of each voice its figure, or what it says of each code where it gives none of all.
 * With `every`, also the codes that its figure is made of.
 */
export function said({ rows }: Pick<Asked, 'rows'>, group: Partial<Record<By, unknown>> = {}, every = false): MeasureRow[] {
  const spoken = rows.filter((row) => row.said_by !== null && isOf(row, group));
  const whole = new Set(spoken.filter(({ code }) => code === null).map(({ said_by }) => said_by));
  return every ? spoken : spoken.filter(({ code, said_by }) => code === null || !whole.has(said_by));
}

/**
 * Whether a number of a voice is drawn as a bar: not where its words alone say what it counts. One voice counts any result, another
 * only significant ones, and two bars side by side would say that they compare.
 */
export function isDrawn(measure: Measure, row: MeasureRow): boolean {
  return shareOf(row) !== null && (row.code !== null || measure.beside_voices_es === null);
}

/** When a voice said it, as much of the date as is known; null where no source says. */
export function saidOn(row: MeasureRow, { date }: Pick<Format, 'date'>): string | null {
  return row.said_on === null ? null : date(row.said_on, (row.said_on_precision ?? null) as Precision | null);
}

/** Whether it is made of the codes of assessments, each of which a voice says; the others are of what is on record. */
export function isOfCodes({ grouped_by }: Pick<Measure, 'grouped_by'>): boolean {
  return grouped_by.includes('voice');
}

function isOf(row: MeasureRow, group: Partial<Record<By, unknown>>): boolean {
  return Object.entries(group).every(([key, value]) => row[key] === value);
}

/** What a row counts, written the same wherever it is asked: `plan=MX-NAP4`; empty for everything. */
export function scopeOf({ by, filters }: Pick<Asked, 'by' | 'filters'>, row: Counted): string {
  const of = new Map<string, string>();
  for (const [name, value] of Object.entries(filters)) {
    const written = Array.isArray(value) ? [...new Set(value as unknown[])].map(String).sort().join(',') : String(value ?? '');
    if (written !== '') of.set(name, written);
  }
  for (const key of by) of.set(key, String(row[key] ?? 'no_data'));
  if (row.code !== null) of.set('code', row.code);
  // A plan is of one level and one state: naming them, too, asks for the same rows.
  const plan = of.get('plan');
  if (plan !== undefined && !plan.includes(',')) {
    of.delete('level');
    of.delete('state');
  }
  return [...of]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** What a plan states and what of it is documented here; undefined where it does not state more than that. */
export interface Stated {
  of: Asked;
  row: MeasureRow;
  documented: { of: Asked; row: MeasureRow | undefined };
  /** How many are in no figure of the documented ones. */
  missing: number;
}

/** Of a plan, from what is stated and what is documented of each. */
export function statedOf(stated: Asked | undefined, documented: Asked | undefined, plan: string): Stated | undefined {
  const row = stated && coded(stated, { plan });
  if (!stated || !documented || !row || row.value === null) return undefined;
  const found = coded(documented, { plan });
  const missing = row.value - (found?.value ?? 0);
  return missing > 0 ? { of: stated, row, documented: { of: documented, row: found }, missing } : undefined;
}

/** Whether a voice counts more than are on record here one by one: which the others are is not. */
export function isUnnamed(spoken: MeasureRow, own: MeasureRow | undefined): boolean {
  return spoken.code === null && spoken.yes !== null && spoken.yes > (own?.yes ?? 0);
}

/** Of 1; null where the row has no number of which it could be one. */
export function shareOf(row: MeasureRow): number | null {
  if (row.yes !== null && row.total !== null) return row.total === 0 ? null : row.yes / row.total;
  return row.said_by !== null && row.value !== null ? row.value / 100 : null;
}

/** Nothing is on record of any of its rows: there is no count to give, not even 0. */
export function isUnknown(row: Partial<Record<Part, number | null>> | undefined): boolean {
  return (
    row === undefined || ((row.value ?? null) === null && (row.yes ?? 0) + (row.no ?? 0) === 0 && (row.unknown ?? 0) === (row.total ?? 0))
  );
}

/** How a number of a measure is written. What a voice says that is no count is in per cent. */
export function writtenAs(unit: string, part: Part, row: Pick<MeasureRow, 'said_by'>): 'percent' | 'index' | 'integer' {
  if (part !== 'value') return 'integer';
  if (row.said_by !== null || unit === 'percent') return 'percent';
  return unit === 'index' ? 'index' : 'integer';
}

/** The text of an answer and the numbers in it, in their order. */
export function pieces(pattern: string): ({ text: string } | { part: Part })[] {
  return pattern
    .split(/(\{(?:yes|no|unknown|total|value|known)\})/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece.startsWith('{') ? { part: piece.slice(1, -1) as Part } : { text: piece }));
}

/** How the answer of a row reads, its numbers in braces: where nothing is known of any of its rows, none of them is 0. */
export function patternOf(measure: Measure, row: MeasureRow, language: Language): string {
  return textOf(measure, measure.kind === 'parts' && isUnknown(row) ? 'nothing_known' : 'answer', language);
}

/** The answer of a row as a sentence, in the words of the catalogue; null where a number of it is not on record. */
export function answerOf(measure: Measure, row: MeasureRow, language: Language, decimal: (value: number) => string): string | null {
  const written = pieces(patternOf(measure, row, language)).map((piece) => {
    if ('text' in piece) return piece.text;
    const value = row[piece.part];
    return value === null ? null : decimal(value);
  });
  return written.includes(null) ? null : written.join('');
}

/** What counts as what, and what the figure does not say. */
export function methodOf(measure: Measure, language: Language): string {
  return `${textOf(measure, 'definition', language)} ${textOf(measure, 'does_not_say', language)}`;
}

/** The answer of what is counted here; `none` where there are no rows, or a number is not on record. */
export function sentenceOf(asked: Asked, language: Language, decimal: (value: number) => string, none: string): string {
  const row = coded(asked);
  return (row && row.total !== 0 ? answerOf(asked.measure, row, language, decimal) : null) ?? none;
}

/** The answers of several measures, each after its own question. */
export function answersOf(all: readonly Asked[], language: Language, decimal: (value: number) => string, none: string): string {
  return all.map((asked) => `${textOf(asked.measure, 'question', language)} ${sentenceOf(asked, language, decimal, none)}`).join(' ');
}

/** What each measure counts and does not say, each after its question. */
export function methodsOf(all: readonly Asked[], language: Language): string {
  return all.map(({ measure }) => `${textOf(measure, 'question', language)} ${methodOf(measure, language)}`).join(' ');
}

/** Where the numbers of each measure stand, by its key. */
export function pathsOf(all: readonly Asked[]): Record<string, string> {
  return Object.fromEntries(all.map(({ measure, path }) => [measure.key, path]));
}

/** Measures by the question of their group, which are never mixed; in the order given. */
export function byQuestion(all: readonly Asked[]): { group: string; of: Measure; asked: Asked[] }[] {
  const groups = new Map<string, { group: string; of: Measure; asked: Asked[] }>();
  for (const asked of all) {
    const { group } = asked.measure;
    const known = groups.get(group) ?? { group, of: asked.measure, asked: [] };
    known.asked.push(asked);
    groups.set(group, known);
  }
  return [...groups.values()];
}

/** The ink of a bar: what changed is never drawn as what was done. */
export function colourOf({ group }: Pick<Measure, 'group'>): string {
  return group === 'results' ? 'var(--accent)' : group === 'implementation' ? 'var(--status-completed)' : 'var(--mark)';
}
