/**
 * Model of a map of the states: values → classes with labels and colours. It knows no geometry, so that
 * the geographic map, the tile grid, the legend and the table draw the same thing.
 */
import { printed } from '$lib/records/places';

/** How a class is filled: a step of the ramp, the plain surface of "zero" or "no", the hatching of "no data", or that of what is disputed, crossed. */
export type Fill = 1 | 2 | 3 | 4 | 5 | 'zero' | 'no_data' | 'disputed';

/** Whether a fill says why there is no value. */
export const isWithout = (fill: Fill): boolean => fill === 'no_data' || fill === 'disputed';

export interface MapClass {
  key: string;
  label: string;
  fill: Fill;
  count: number;
}

/** Why a value is less than documented: only the presentation says it, or another source does and no more than that. */
export const DOUBTS = ['presentation', 'undescribed'] as const;
export type Doubt = (typeof DOUBTS)[number];

export interface StateMark {
  id: string;
  name: string;
  /** The three letters of the ISO code, for tiles. */
  code: string;
  classKey: string;
  fill: Fill;
  /** The value as read in a tile or a tooltip. */
  text: string;
  /** Why it is less than documented: its outline is broken. */
  doubt: Doubt | undefined;
}

/** How classes of numbers were made: one for each value, or equal steps of `width`. Undefined for classes that are words. */
export type Classing = { kind: 'each' } | { kind: 'count' | 'index'; width: number };

export interface Choropleth {
  classes: MapClass[];
  marks: StateMark[];
  classing?: Classing;
}

export interface StateDatum {
  id: string;
  name: string;
  /** Null: no data, or none that is undisputed. */
  value: number | null;
  /** Whether sources contradict its value, which is not shown as one. */
  disputed?: boolean;
}

export function cssFill(fill: Fill): string {
  return typeof fill === 'number' ? `var(--ramp-${fill})` : fill === 'zero' ? 'var(--zero)' : 'var(--hatch-ground)';
}

/** Ink that can be read on the fill. */
export function cssInk(fill: Fill): string {
  return typeof fill === 'number' ? `var(--on-ramp-${fill})` : 'var(--ink)';
}

/** Steps of the ramp for a number of classes, spread from light to dark. */
export function rampSteps(count: number): Fill[] {
  const steps: Record<number, Fill[]> = { 1: [4], 2: [2, 4], 3: [1, 3, 5], 4: [1, 2, 4, 5], 5: [1, 2, 3, 4, 5] };
  return steps[count] ?? [1, 2, 3, 4, 5];
}

export interface Interval {
  from: number;
  to: number;
}

/**
 * Classes of counts: one for each value while there are at most five, else at most five equal runs of
 * whole numbers. Zero is not among them: it is a surface of its own.
 */
export function countClasses(values: readonly number[]): Interval[] {
  const distinct = [...new Set(values.filter((value) => value > 0))].sort((a, b) => a - b);
  const max = distinct.at(-1);
  if (max === undefined) return [];
  if (distinct.length <= 5) return distinct.map((value) => ({ from: value, to: value }));
  const width = Math.ceil(max / 5);
  return Array.from({ length: Math.ceil(max / width) }, (_, i) => ({ from: i * width + 1, to: Math.min((i + 1) * width, max) }));
}

/** In hundredths, as a value is printed: it stands in the class that its two decimals name. */
const hundredths = (value: number): number => Math.round(printed(value) * 100);

/** Classes of an index: at most five equal runs of hundredths from the lowest value to the highest, none of which share an end. */
export function indexClasses(values: readonly number[]): Interval[] {
  if (values.length === 0) return [];
  const low = hundredths(Math.min(...values));
  const high = hundredths(Math.max(...values));
  const width = Math.ceil((high - low + 1) / 5);
  const count = Math.ceil((high - low + 1) / width);
  return Array.from({ length: count }, (_, i) => ({ from: (low + i * width) / 100, to: Math.min(low + (i + 1) * width - 1, high) / 100 }));
}

export function classOf(intervals: readonly Interval[], value: number, kind: 'count' | 'index'): number {
  if (kind === 'count') return intervals.findIndex(({ from, to }) => value >= from && value <= to);
  const own = hundredths(value);
  const at = intervals.findIndex(({ from, to }) => own >= hundredths(from) && own <= hundredths(to));
  return at === -1 && intervals.length > 0 ? intervals.length - 1 : at;
}

export interface NumberLabels {
  zero: string;
  noData: string;
  disputed?: string;
  interval(from: number, to: number): string;
  value(value: number): string;
}

/** A map of numbers: counts (with a surface for zero) or index values. */
export function numberMap(data: readonly StateDatum[], kind: 'count' | 'index', labels: NumberLabels): Choropleth {
  const known = data.flatMap(({ value, disputed }) => (value === null || disputed ? [] : [value]));
  const intervals = kind === 'count' ? countClasses(known) : indexClasses(known);
  const steps = rampSteps(intervals.length);
  const ramp = intervals.map(({ from, to }, i) => ({ key: String(i + 1), label: labels.interval(from, to), fill: steps[i] ?? 5 }));
  const classes = [
    ...(kind === 'count' ? [{ key: 'zero', label: labels.zero, fill: 'zero' as Fill }] : []),
    ...ramp,
    ...(labels.disputed === undefined ? [] : [{ key: 'disputed', label: labels.disputed, fill: 'disputed' as Fill }]),
    { key: 'no_data', label: labels.noData, fill: 'no_data' as Fill },
  ];
  const map = assemble(data, classes, ({ value, disputed }) => {
    if (disputed && labels.disputed !== undefined) return { key: 'disputed', text: labels.disputed };
    if (value === null) return { key: 'no_data', text: labels.noData };
    if (kind === 'count' && value === 0) return { key: 'zero', text: labels.value(0) };
    return { key: String(classOf(intervals, value, kind) + 1), text: labels.value(value) };
  });
  return { ...map, classing: classingOf(intervals, kind) };
}

function classingOf(intervals: readonly Interval[], kind: 'count' | 'index'): Classing {
  const first = intervals[0];
  if (kind === 'index') return { kind, width: first ? Math.round((first.to - first.from) * 100 + 1) / 100 : 0 };
  return !first || first.from === first.to ? { kind: 'each' } : { kind, width: first.to - first.from + 1 };
}

/** The class that an address names; undefined where it names none, or none of this map. */
export function chosenClass({ classes }: Choropleth, key: string): MapClass | undefined {
  return classes.find((each) => each.key === key);
}

/** The rows of a table whose states are in a class; all of them without one. */
export function inClass<R extends { id: string }>({ marks }: Choropleth, key: string | undefined, rows: readonly R[]): R[] {
  const members = new Set(marks.flatMap((mark) => (mark.classKey === key ? [mark.id] : [])));
  return rows.filter(({ id }) => key === undefined || members.has(id));
}

export interface ClassWords {
  each: string;
  counts(width: number): string;
  index(width: number): string;
  noData: string;
}

/** What a reader has to know to read the colours, in sentences. Empty where the classes are words and say it themselves. */
export function explained({ classing, classes }: Choropleth, words: ClassWords): string {
  const made =
    classing === undefined
      ? []
      : [classing.kind === 'each' ? words.each : classing.kind === 'count' ? words.counts(classing.width) : words.index(classing.width)];
  return [...made, ...(classes.some(({ key }) => key === 'no_data') ? [words.noData] : [])].join(' ');
}

/** A map of named classes, in the order given. */
export function categoryMap<D extends { id: string; name: string }>(
  data: readonly D[],
  classes: readonly Omit<MapClass, 'count'>[],
  keyOf: (datum: D) => string,
  doubtOf: (datum: D) => Doubt | undefined = () => undefined,
  said: (datum: D, label: string) => string = (_, label) => label,
): Choropleth {
  const labels = new Map(classes.map(({ key, label }) => [key, label]));
  return assemble(data, classes, (datum) => {
    const key = keyOf(datum);
    return { key, text: said(datum, labels.get(key) ?? ''), doubt: doubtOf(datum) };
  });
}

function assemble<D extends { id: string; name: string }>(
  data: readonly D[],
  classes: readonly Omit<MapClass, 'count'>[],
  classify: (datum: D) => { key: string; text: string; doubt?: Doubt | undefined },
): Choropleth {
  const fills = new Map(classes.map(({ key, fill }) => [key, fill]));
  const marks = data.map((datum): StateMark => {
    const { key, text, doubt } = classify(datum);
    return { id: datum.id, name: datum.name, code: datum.id.slice(3), classKey: key, fill: fills.get(key) ?? 'no_data', text, doubt };
  });
  const counted = classes.map((each) => ({ ...each, count: marks.filter((mark) => mark.classKey === each.key).length }));
  // Why there is no value is named in the legend only where there is none; the other classes always are.
  return { marks, classes: counted.filter(({ fill, count }) => !isWithout(fill) || count > 0) };
}
