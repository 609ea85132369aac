/** API records → the series, rows and sentences of the metrics page. Pure: no DOM, no requests. */
import { placeOf, printed, type Place } from '$lib/records/places';
import { isDoubted, type Doubtable } from '$lib/records/doubt';
import type { MetricEdition, MetricIndicator, MetricValue } from '$lib/api/types';
import type { Format } from '$lib/format/format';
import type { Language } from '$lib/i18n/language';
import { localized, textOf } from '$lib/i18n/localized';
import { midSentence } from '$lib/i18n/sentence';
import type { Words } from '$lib/i18n/words';

export interface Reader {
  m: Words['metrics'];
  f: Format;
  language: Language;
  /** What an edition is called beside a score. */
  edition: (year: number) => string;
}

export const HEADLINE = ['open_government_index', 'transparency', 'participation'] as const;
export const DIMENSIONS = ['transparency', 'participation'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

type Edition = Pick<MetricEdition, 'edition' | 'comparable_with_previous'>;
type Value = Pick<MetricValue, 'edition' | 'indicator' | 'value'> & Partial<Doubtable>;

export const oldestFirst = <E extends { edition: number }>(editions: readonly E[]): E[] =>
  [...editions].sort((a, b) => a.edition - b.edition);

/** The indicator's name as it stands inside a sentence. */
export function nameOf(indicators: readonly MetricIndicator[], id: string, language: Language): string {
  const indicator = indicators.find((candidate) => candidate.id === id);
  return (indicator && localized(indicator, 'name', language)?.text) ?? id.replaceAll('_', ' ');
}

export interface TrendPoint {
  edition: number;
  value: number | null;
  /** A line leads here from the point before: a source says that the two editions can be compared. */
  joined: boolean;
}

export interface TrendSeries {
  indicator: string;
  points: TrendPoint[];
}

export function trend(editions: readonly Edition[], values: readonly Value[], indicators: readonly string[] = HEADLINE): TrendSeries[] {
  const ordered = oldestFirst(editions);
  return indicators.map((indicator) => {
    const valueOf = (edition: number) => values.find((value) => value.indicator === indicator && value.edition === edition)?.value ?? null;
    return {
      indicator,
      points: ordered.map(({ edition, comparable_with_previous }, i) => {
        const [value, before] = [valueOf(edition), ordered[i - 1]];
        const joined = comparable_with_previous === true && value !== null && before !== undefined && valueOf(before.edition) !== null;
        return { edition, value, joined };
      }),
    };
  });
}

/** Runs of points that a line joins; a point that stands alone is a run of one. */
export function runs(points: readonly TrendPoint[]): (TrendPoint & { value: number })[][] {
  const found: (TrendPoint & { value: number })[][] = [];
  for (const point of points) {
    if (point.value === null) continue;
    const known = { ...point, value: point.value };
    const last = found.at(-1);
    if (point.joined && last) last.push(known);
    else found.push([known]);
  }
  return found;
}

export function trendAnswer(series: TrendSeries, name: string, { m, f, edition: called }: Reader): string {
  const all = runs(series.points);
  if (all.length === 0) return m.trendNone;
  const went = all.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    return first && last && run.length > 1
      ? [m.trendWent(name, f.index(first.value), called(first.edition), f.index(last.value), called(last.edition))]
      : [];
  });
  const said = (points: readonly { value: number; edition: number }[]) =>
    f.list(points.map(({ value, edition }) => m.trendAt(f.index(value), called(edition))));
  if (went.length === 0) return m.trendUnanswered(said(all.flat()), all.length === 1);
  // The first edition of all has none before it that it could be compared with.
  const apart = all.flatMap((run) => (run.length === 1 ? run.filter(({ edition }) => edition !== series.points[0]?.edition) : []));
  return [...went, ...(apart.length > 0 ? [m.trendApart(said(apart), apart.length === 1)] : [])].join(' ');
}

export interface ViewRow {
  dimension: Dimension;
  edition: number;
  government: number | null;
  citizen: number | null;
  /** Whether either is doubtful. */
  doubted: boolean;
}

/** The indicator of a dimension as seen from one side. */
export const seenFrom = (dimension: Dimension, view: 'government' | 'citizen') => `${dimension}_${view}`;

/** One row for every edition and dimension, those without data included. */
export function perspectives(editions: readonly Edition[], values: readonly Value[]): ViewRow[] {
  const found = (edition: number, indicator: string) => values.find((value) => value.edition === edition && value.indicator === indicator);
  return DIMENSIONS.flatMap((dimension) =>
    oldestFirst(editions).map(({ edition }) => {
      const [government, citizen] = [found(edition, seenFrom(dimension, 'government')), found(edition, seenFrom(dimension, 'citizen'))];
      return {
        dimension,
        edition,
        government: government?.value ?? null,
        citizen: citizen?.value ?? null,
        doubted: isDoubted(government) || isDoubted(citizen),
      };
    }),
  );
}

export function gapOf({ government, citizen }: ViewRow): number | null {
  return government === null || citizen === null ? null : citizen - government;
}

export function perspectivesAnswer(rows: readonly ViewRow[], names: Record<Dimension, string>, { m, f, edition: called }: Reader): string {
  const known = rows.filter((row) => gapOf(row) !== null).sort((a, b) => Math.abs(gapOf(b) ?? 0) - Math.abs(gapOf(a) ?? 0));
  const doubted = known.filter((row) => row.doubted);
  const widest = known.find((row) => !row.doubted);
  if (!widest) return m.viewsNone;
  const missing = [...new Set(rows.map(({ edition }) => edition))].filter((edition) => !known.some((row) => row.edition === edition));
  return [
    m.viewsWidest(
      midSentence(names[widest.dimension]),
      called(widest.edition),
      f.index(widest.government ?? 0),
      f.index(widest.citizen ?? 0),
    ),
    ...(doubted.length > 0 ? [m.viewsDoubted(f.list(doubted.map((row) => `${midSentence(names[row.dimension])} ${row.edition}`)))] : []),
    ...(missing.length > 0 ? [m.viewsMissing(f.list(missing.map(String)))] : []),
  ].join(' ');
}

export interface Noted {
  id: string;
  note_es: string | null;
  note_en: string | null;
}

/** Of values with notes one for each note, since the same can stand on several. */
export function notedOnce<T extends Noted>(values: readonly T[]): T[] {
  return [
    ...new Map(
      values.filter(({ note_es, note_en }) => note_es || note_en).map((value) => [value.note_es ?? value.note_en, value]),
    ).values(),
  ];
}

export interface Ranked<T> {
  item: T;
  value: number;
  place: Place;
}

export function ranked<T>(items: readonly T[], valueOf: (item: T) => number | null): Ranked<T>[] {
  const known = items.flatMap((item) => {
    const value = valueOf(item);
    return value === null ? [] : [{ item, value }];
  });
  // What prints the same keeps the order given, that of names: another one would be a claim.
  known.sort((a, b) => printed(b.value) - printed(a.value));
  const values = known.map(({ value }) => value);
  return known.map((each) => ({ ...each, place: placeOf(each.value, values) }));
}

/** Dots stacked in bins of equal width: `x` is the middle of the bin, `level` the place in the stack. */
export function stacked(values: readonly number[], width = 0.02): { x: number; level: number; value: number }[] {
  const heights = new Map<number, number>();
  return [...values]
    .sort((a, b) => a - b)
    .map((value) => {
      // The tiny step keeps 0.58 / 0.02 = 28.999… in its own bin.
      const bin = Math.floor(value / width + 1e-9);
      const level = heights.get(bin) ?? 0;
      heights.set(bin, level + 1);
      return { x: (bin + 0.5) * width, level, value };
    });
}

export interface KindRow {
  id: string;
  scope: 'government_level' | 'institution_type';
  name: string;
  value: number;
  institutions: number | null;
}

/** Levels and types in the newest edition that has them, from highest to lowest. */
export function kinds(values: readonly MetricValue[], indicator: string, language: Language): { edition: number | null; rows: KindRow[] } {
  const own = values.filter(({ scope }) => scope === 'government_level' || scope === 'institution_type');
  if (own.length === 0) return { edition: null, rows: [] };
  const edition = Math.max(...own.map((value) => value.edition));
  const rows = own
    .filter((value) => value.edition === edition && value.indicator === indicator)
    .map((value) => ({
      id: value.id,
      scope: value.scope as KindRow['scope'],
      name: textOf({ name_es: value.name, name_en: value.name_en }, 'name', language),
      value: value.value,
      institutions: value.institutions_measured,
    }))
    .sort((a, b) => b.value - a.value);
  return { edition, rows };
}

export function kindsAnswer(rows: readonly KindRow[], { m, f }: Reader): string {
  const levels = rows.filter(({ scope }) => scope === 'government_level');
  const types = rows.filter(({ scope }) => scope === 'institution_type');
  const [high, low] = [types[0], types.at(-1)];
  return [
    ...(levels.length > 0 ? [m.levelsAnswer(f.list(levels.map(({ name, value }) => `${midSentence(name)} ${f.index(value)}`)))] : []),
    ...(high && low ? [m.kindsAnswer(midSentence(high.name), f.index(high.value), midSentence(low.name), f.index(low.value))] : []),
  ].join(' ');
}

export interface AgainRow {
  id: string;
  edition: number;
  indicator: string;
  published: number;
  /** Null: its parts were not published. */
  recomputed: number | null;
  parts: { indicator: string; value: number }[];
  note_es: string | null;
  note_en: string | null;
}

/** What two decimals can hide when a mean is rounded and its two parts are rounded too. */
const ROUNDING = 0.01 + 1e-9;

export function recomputed(values: readonly MetricValue[], indicators: readonly MetricIndicator[]): AgainRow[] {
  return values
    .flatMap((value) =>
      value.published_value !== null && HEADLINE.some((id) => id === value.indicator)
        ? [
            {
              id: value.id,
              edition: value.edition,
              indicator: value.indicator,
              published: value.published_value,
              recomputed: value.recomputed_value,
              parts: indicators
                .filter(({ part_of }) => part_of === value.indicator)
                .flatMap(({ id }) => {
                  const part = values.find((each) => each.edition === value.edition && each.indicator === id);
                  return part ? [{ indicator: id, value: part.value }] : [];
                }),
              note_es: value.note_es,
              note_en: value.note_en,
            },
          ]
        : [],
    )
    .sort(
      (a, b) => a.edition - b.edition || HEADLINE.findIndex((id) => id === a.indicator) - HEADLINE.findIndex((id) => id === b.indicator),
    );
}

export function differenceOf(row: AgainRow): number | null {
  return row.recomputed === null ? null : row.published - row.recomputed;
}

export function beyondRounding(row: AgainRow): boolean {
  const difference = differenceOf(row);
  return difference !== null && Math.abs(difference) > ROUNDING;
}

/** The row in which what was published is furthest from its parts, if it is further than rounding explains. */
export function worst(rows: readonly AgainRow[]): AgainRow | undefined {
  return rows.filter(beyondRounding).sort((a, b) => Math.abs(differenceOf(b) ?? 0) - Math.abs(differenceOf(a) ?? 0))[0];
}

export function recomputedAnswer(
  rows: readonly AgainRow[],
  indicators: readonly MetricIndicator[],
  { m, f, language, edition: called }: Reader,
): string {
  const known = rows.filter((row) => row.recomputed !== null);
  if (known.length === 0) return m.againNone;
  const row = worst(rows);
  return row
    ? m.againWorst(
        midSentence(nameOf(indicators, row.indicator, language)),
        called(row.edition),
        f.exactIndex(row.published),
        f.exactIndex(row.recomputed ?? 0),
      )
    : m.againAll(known.length);
}
