/** Filters of a list: values by comma, as its address has them. */
export type Filters = Readonly<Record<string, string>>;

/** The rows that match both; null where none can. */
export function both(these: Filters, those: Filters): Filters | null {
  const shared: Record<string, string> = { ...these };
  for (const [name, value] of Object.entries(those)) {
    const left = shared[name] === undefined ? value : values(shared[name], value);
    if (left === '') return null;
    shared[name] = left;
  }
  return shared;
}

function values(...sets: string[]): string {
  const all = sets.map((set) => set.split(','));
  const excluded = [...new Set(all.flat().filter((value) => value.startsWith('!')))];
  const wanted = all.map((set) => set.filter((value) => !value.startsWith('!'))).filter((set) => set.length > 0);
  const [first, ...others] = wanted;
  if (!first) return excluded.join(',');
  const left = first.filter((value) => others.every((set) => set.includes(value)) && !excluded.includes(`!${value}`));
  return left.length === 0 ? '' : [...left, ...excluded].join(',');
}
