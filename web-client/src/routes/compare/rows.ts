import { differ, spread } from './model';

export interface FactRow {
  id: string;
  label: string;
  /** One for each state; null is "no data". */
  cells: (string | null)[];
  difference: string | null;
  differs: boolean;
  numeric: boolean;
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
