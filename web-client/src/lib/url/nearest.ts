/** How many letters have to be put in, taken out, changed or swapped with their neighbour to make one word of another. */
export function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const above = rows[i - 1] ?? [];
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

/** A word without accents and capitals, as the search compares it. */
export function folded(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The value that was most likely meant; undefined where none is near, at most half of the letters away. */
export function nearest(given: string, allowed: readonly string[]): string | undefined {
  const ranked = allowed
    .filter((value) => value !== '')
    .map((value) => ({ value, far: distance(folded(given), folded(value)) }))
    .sort((a, b) => a.far - b.far);
  const best = ranked[0];
  return best && best.far <= Math.max(1, Math.floor(best.value.length / 2)) ? best.value : undefined;
}

/** The code that was most likely meant: by its label or a synonym in any language, by a word of one, or by how near it is written. */
export function meant(given: string, choices: readonly { code: string; words: readonly string[] }[]): string | undefined {
  const wanted = folded(given);
  const named = choices.map(({ code, words }) => ({ code, names: [code, ...words].map((name) => folded(name).replaceAll('_', ' ')) }));
  const exact = named.find(({ names }) => names.includes(wanted.replaceAll('_', ' ')));
  if (exact) return exact.code;
  const whole = nearest(given, [...new Set(named.flatMap(({ names }) => names))]);
  const parts = [...new Set(named.flatMap(({ names }) => names.flatMap((name) => name.split(/[^\p{L}\p{N}]+/u))))];
  const part = nearest(
    given,
    parts.filter((word) => word.length > 3),
  );
  const near = whole ?? part;
  if (near === undefined) return undefined;
  const best = part !== undefined && distance(wanted, part) < distance(wanted, near) ? part : near;
  return named.find(({ names }) => names.some((name) => name === best || name.split(/[^\p{L}\p{N}]+/u).includes(best)))?.code;
}
