/** Words that are written nearly like another. Pure. */

/** A word without accents and capitals, as the search compares it. */
export function folded(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words of a query that are to be found, without what it excludes. */
export function wordsOfQuery(q: string): string[] {
  return q
    .split(/\s+/)
    .filter((word) => !word.startsWith('-'))
    .flatMap((word) => word.split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word !== '');
}

/** Known words at most two letters away from any that was asked, the nearest first; none of them itself. */
export function nearest(asked: readonly string[], known: readonly string[], most = 5): string[] {
  const wanted = asked.map(folded).filter((word) => word.length > 2);
  const distances = new Map<string, { word: string; distance: number }>();
  for (const word of known) {
    const plain = folded(word);
    if (plain.length < 3 || distances.has(plain)) continue;
    const distance = Math.min(...wanted.map((each) => apart(each, plain)));
    if (distance > 0 && distance <= 2 && distance < plain.length / 2) distances.set(plain, { word, distance });
  }
  return [...distances.values()]
    .sort((a, b) => a.distance - b.distance || a.word.localeCompare(b.word))
    .slice(0, most)
    .map(({ word }) => word);
}

/** Letters to change, add or leave out between two words; 3 stands for all that is further. */
function apart(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3;
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const before = row;
    row = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (before[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      row.push(Math.min(change, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
  }
  return Math.min(3, row[other.length] ?? 3);
}
