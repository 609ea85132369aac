/**
 * Places among values of the metric. A place may not claim more than is printed: values that print the same, to the
 * hundredth as they are published, share their places.
 */
export interface Place {
  /** 1 is the highest. */
  from: number;
  to: number;
}

const hundredths = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** A value as it is printed: rounded as `index` of the formats rounds. */
export const printed = (value: number): number => Number(hundredths.format(value));

/** The places of a value among all, itself one of them. */
export function placeOf(value: number, all: readonly number[]): Place {
  const own = printed(value);
  const above = all.filter((each) => printed(each) > own).length;
  const same = all.filter((each) => printed(each) === own).length;
  return { from: above + 1, to: above + Math.max(1, same) };
}

/** Those with the lowest and the highest value, each with all that print the same; undefined where nothing is known. */
export function extremes<T extends { value: number }>(known: readonly T[]): { low: T[]; high: T[] } | undefined {
  if (known.length === 0) return undefined;
  const values = known.map(({ value }) => printed(value));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const at = (wanted: number) => known.filter(({ value }) => printed(value) === wanted);
  return { low: at(least), high: at(most) };
}
