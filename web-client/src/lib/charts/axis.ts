/** Whole years that hold all the dates, and where a date lies among them, of 1. */
export function axisOf(dates: readonly string[]): { years: { year: number; at: number }[]; at: (date: string) => number } {
  const years = dates.map((date) => Number(date.slice(0, 4)));
  const [first, last] = years.length === 0 ? [2015, 2016] : [Math.min(...years), Math.max(...years) + 1];
  const [low, high] = [Date.UTC(first, 0), Date.UTC(last, 0)];
  const at = (time: number) => (time - low) / (high - low);
  return {
    years: Array.from({ length: last - first + 1 }, (_, i) => ({ year: first + i, at: at(Date.UTC(first + i, 0)) })),
    at: (date) => at(Date.parse(`${date.slice(0, 10)}T00:00:00Z`)),
  };
}
