/** Words that are written nearly like another. Pure. */

import { distance, folded } from '$lib/url/nearest';

/** The words of a query that are to be found, without what it excludes. */
export function wordsOfQuery(q: string): string[] {
  return q
    .split(/\s+/)
    .filter((word) => !/^[-\u2010-\u2015\u2212\uFE63\uFF0D]/u.test(word))
    .flatMap((word) => word.split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word !== '');
}

/** Known words at most two letters away from any that was asked, the nearest first; none of them itself. */
export function nearest(asked: readonly string[], known: readonly string[], most = 5): string[] {
  const wanted = asked.map(folded).filter((word) => word.length > 2);
  const distances = new Map<string, { word: string; far: number }>();
  for (const word of known) {
    const plain = folded(word);
    if (plain.length < 3 || distances.has(plain)) continue;
    const far = Math.min(...wanted.map((each) => distance(each, plain)));
    if (far > 0 && far <= 2 && far < plain.length / 2) distances.set(plain, { word, far });
  }
  return [...distances.values()]
    .sort((a, b) => a.far - b.far || a.word.localeCompare(b.word))
    .slice(0, most)
    .map(({ word }) => word);
}
