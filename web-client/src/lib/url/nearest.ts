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

/** The value that was most likely meant, by how few letters are wrong in it; undefined where none is near. */
export function nearest(given: string, allowed: readonly string[]): string | undefined {
  if (given.length === 0 || given.length > 80) return undefined;
  const wanted = given.toLowerCase();
  const most = Math.min(wanted.length - 1, Math.max(2, Math.floor(wanted.length / 3)));
  const goesOn = (value: string) => value.toLowerCase().startsWith(wanted);
  return allowed
    .filter((value) => value !== '')
    .map((value) => ({ value, far: distance(wanted, value.toLowerCase()) }))
    .filter(({ value, far }) => far <= most || goesOn(value))
    .sort((a, b) => a.far - b.far || Number(goesOn(b.value)) - Number(goesOn(a.value)) || inOrder(a.value, b.value))[0]?.value;
}

/**
 * The value that was meant among a few that are known: of numbers without names the next one, else by its code, else by its name. The service has
 * the same rule (`Suggestion.cs`), and its tests the same cases (`nearest.cases.json`).
 */
export function meant(given: string, choices: readonly { code: string; words: readonly string[] }[]): string | undefined {
  const codes = choices.map(({ code }) => code);
  if (choices.length > 0 && choices.every(({ words }) => words.length === 0) && [given, ...codes].every((code) => /^-?\d{1,9}$/.test(code)))
    return [...codes].sort((a, b) => Math.abs(Number(given) - Number(a)) - Math.abs(Number(given) - Number(b)) || inOrder(a, b))[0];
  const near = nearest(given, codes);
  if (near !== undefined) return near;
  const wanted = wordsOf(given);
  if (wanted.length === 0) return undefined;
  const named = choices
    .flatMap(({ code, words }) => words.map((name) => ({ code, words: wordsOf(name) })))
    .sort((a, b) => a.words.length - b.words.length || a.code.length - b.code.length || inOrder(a.code, b.code));
  const whole = named.find(({ words }) => wanted.every((word) => words.includes(word)));
  if (whole) return whole.code;
  const written = wanted.join(' ');
  const name = nearest(
    written,
    named.map(({ words }) => words.join(' ')),
  );
  if (name !== undefined) return named.find(({ words }) => words.join(' ') === name)?.code;
  const isLong = (word: string) => word.length >= LONG_WORD;
  const word = isLong(written) ? nearest(written, named.flatMap(({ words }) => words).filter(isLong)) : undefined;
  return word === undefined ? undefined : named.find(({ words }) => words.includes(word))?.code;
}

/** Of a shorter word nearly every other one is near. */
const LONG_WORD = 4;

const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const wordsOf = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
