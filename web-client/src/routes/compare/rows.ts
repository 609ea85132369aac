import type { Asked } from '$lib/measures/ask';
import { coded, isUnknown, type Counted, type Marked, type Part } from '$lib/measures/rows';
import { differ, spread } from './model';

export interface FactRow {
  id: string;
  label: string;
  /** One for each state; null is "no record here". */
  cells: (string | null)[];
  /** What is said of a state that has none, where that is not that there is no record. */
  without?: (string | undefined)[];
  difference: string | null;
  differs: boolean;
  numeric: boolean;
  /** What number of a measure each cell is; undefined where it is none. */
  marks?: ((Marked & { part: Part }) | undefined)[];
}

/** A fact in words, for each state. */
export function words(id: string, label: string, cells: (string | null)[]): FactRow {
  return { id, label, cells, difference: null, numeric: false, differs: differ(cells) };
}

/** A number of each state, and how far apart they are. */
export function numbers(id: string, label: string, values: (number | null)[], write: (value: number) => string): FactRow {
  const far = spread(values);
  const cells = values.map((value) => (value === null ? null : write(value)));
  return {
    id,
    label,
    numeric: true,
    cells,
    difference: far === null ? null : write(far),
    // What is printed alike is not told apart.
    differs: differ(cells),
  };
}

/** A part of a measure for each state; of one of which it has no row there is no record here, which is never 0. */
export function measured(
  id: string,
  label: string,
  of: Asked,
  part: Part,
  states: readonly string[],
  write: (value: number) => string,
): FactRow {
  const rows = states.map((state) => coded(of, { state }) ?? null);
  const value = (row: Counted | null) => (row === null || (part !== 'value' && isUnknown(row)) ? null : (row[part] ?? null));
  return { ...numbers(id, label, rows.map(value), write), marks: rows.map((row) => (row === null ? undefined : { of, row, part })) };
}
