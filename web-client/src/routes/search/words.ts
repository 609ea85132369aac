/** The words of a query. Pure. */

/** The words of a query that are to be found, without what it excludes. */
export function wordsOfQuery(q: string): string[] {
  return q
    .split(/\s+/)
    .filter((word) => !/^[-\u2010-\u2015\u2212\uFE63\uFF0D]/u.test(word))
    .flatMap((word) => word.split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word !== '');
}
