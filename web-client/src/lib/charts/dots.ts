/**
 * A dot plot in two steps, neither of which knows the page: what is shown (`DotGroup`, values from 0 to 1), and where it
 * stands (`place`, hundredths of the width of the scale). Drawing the second is all that `DotPlot.svelte` does.
 */
import type { Shape } from './look';

export interface DotSeries {
  key: string;
  label: string;
  hint?: string;
  shape: Shape;
  colour: string;
}

export interface Dot {
  series: string;
  value: number;
  text: string;
}

export interface DotRow {
  id: string;
  label: string;
  /** Small words after the label: how many institutions, which place. With `before`, only read and in the tooltip. */
  detail?: string;
  /** Its place, in front of the label. */
  before?: string;
  href: string;
  dots: Dot[];
  /** What has no data and why: a hatched line where there is no dot, else a hatched mark at the end. */
  missing?: string;
  /** Words at the end of the row. */
  end?: string;
  strong?: boolean;
}

export interface DotGroup {
  label: string;
  rows: DotRow[];
}

export interface PlacedDot extends Dot {
  at: number;
  shape: Shape;
  colour: string;
  /** On which side its value is written: away from a dot further up the scale. */
  side: 'left' | 'right';
}

export interface PlacedRow {
  row: DotRow;
  dots: PlacedDot[];
  /** The line between the outermost of several dots: its distance from either end of the scale. */
  span: { left: number; right: number } | undefined;
}

export interface PlacedGroup {
  label: string;
  rows: PlacedRow[];
  /** Whether the scale is written under it: under the last, and under each where there are few or a reference to read. */
  axis: boolean;
  /** Whether rows have words at their end, beside which the scale stops. */
  withEnd: boolean;
  last: boolean;
}

/** Where the scale is marked. */
export const TICKS = [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, at: at(value) }));

/** The place of a value on the scale; what lies beyond an end stands at it. */
export function at(value: number): number {
  return Math.min(1, Math.max(0, value)) * 100;
}

export function place(groups: readonly DotGroup[], series: readonly DotSeries[], hasReference: boolean): PlacedGroup[] {
  return groups.map(({ label, rows }, i) => ({
    label,
    rows: rows.map((row) => placeRow(row, series)),
    axis: i === groups.length - 1 || hasReference || groups.length < 3,
    withEnd: rows.some(({ end }) => end !== undefined),
    last: i === groups.length - 1,
  }));
}

function placeRow(row: DotRow, series: readonly DotSeries[]): PlacedRow {
  const dots = row.dots.map((dot): PlacedDot => {
    const look = series.find(({ key }) => key === dot.series);
    const isBelow = row.dots.some((other) => other !== dot && other.value > dot.value);
    return {
      ...dot,
      at: at(dot.value),
      shape: look?.shape ?? 'disc',
      colour: look?.colour ?? 'var(--mark)',
      side: isBelow ? 'left' : 'right',
    };
  });
  const places = dots.map((dot) => dot.at);
  return { row, dots, span: dots.length > 1 ? { left: Math.min(...places), right: 100 - Math.max(...places) } : undefined };
}

/** What the drawing of a row says, in words; they follow its label. */
export function spoken(row: DotRow, series: readonly DotSeries[], noData: string): string {
  if (row.dots.length === 0) return row.missing ?? noData;
  const label = (dot: Dot) => series.find(({ key }) => key === dot.series)?.label ?? '';
  return [
    ...row.dots.map((dot) => (series.length > 1 ? `${label(dot)} ${dot.text}` : dot.text)),
    ...(row.before && row.detail ? [row.detail] : []),
    ...(row.missing ? [row.missing] : []),
  ].join(', ');
}
