export type SortValue = string | number | boolean | null;

/** A sorted copy. What is unknown goes last whichever way the order runs: it is neither most nor least. */
export function sorted<Row>(
  rows: readonly Row[],
  value: (row: Row) => SortValue,
  descending: boolean,
  compareText: (a: string, b: string) => number,
): Row[] {
  return [...rows].sort((left, right) => {
    const [a, b] = [value(left), value(right)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order = typeof a === 'string' && typeof b === 'string' ? compareText(a, b) : Number(a) - Number(b);
    return descending ? -order : order;
  });
}
