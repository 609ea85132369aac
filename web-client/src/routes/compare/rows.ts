import type { MeasureRow } from '$lib/api/types';
import type { Asked } from '$lib/measures/ask';
import { coded, isUnknown, type Part } from '$lib/measures/rows';
import { differ, spread } from './model';

export interface FactRow {
  id: string;
  label: string;
  /** One for each state; null is "no record here". */
  cells: (string | null)[];
  difference: string | null;
  differs: boolean;
  numeric: boolean;
  /** The measure that the numbers are of, and the row of each state. */
  measured?: { of: Asked; part: Part; rows: (MeasureRow | null)[] };
}

/** A fact in words, for each state. */
export function words(id: string, label: string, cells: (string | null)[]): FactRow {
  return { id, label, cells, difference: null, numeric: false, differs: differ(cells) };
}

/** A number of each state, and how far apart they are. */
export function numbers(id: string, label: string, values: (number | null)[], write: (value: number) => string): FactRow {
  const far = spread(values);
  return {
    id,
    label,
    numeric: true,
    cells: values.map((value) => (value === null ? null : write(value))),
    difference: far === null ? null : write(far),
    differs: differ(values),
  };
}

/** A part of a measure for each state; what is counted is 0 where the measure has no row of it. */
export function measured(
  id: string,
  label: string,
  of: Asked,
  part: Part,
  states: readonly string[],
  write: (value: number) => string,
): FactRow {
  const rows = states.map((state) => coded(of, { state }) ?? null);
  const value = (row: MeasureRow | null) =>
    row === null ? (part === 'value' ? 0 : null) : part !== 'value' && isUnknown(row) ? null : row[part];
  return { ...numbers(id, label, rows.map(value), write), measured: { of, part, rows } };
}
