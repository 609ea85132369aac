/** Why the search does not take some words: the same rules as the API's, so that the reader has them in their own language. */
export type QueryFault = 'long' | 'control' | 'space' | 'or' | 'not' | 'quote' | 'excludes' | 'empty';

export const LONGEST_QUERY = 200;

const MINUS = /^[-\u2010-\u2015\u2212\uFE63\uFF0D]/u;

export function queryFault(q: string): QueryFault | undefined {
  const text = q.trim();
  if (text.includes('\0')) return 'control';
  if (text.length > LONGEST_QUERY) return 'long';
  const quotes = text.split('"');
  const endsInMinus = (part: string) => /(^|\s)[-\u2010-\u2015\u2212\uFE63\uFF0D]$/u.test(part);
  if (quotes.length % 2 === 0 && endsInMinus(quotes.at(-2) ?? '')) return 'quote';
  const outside = quotes
    .filter((_, i) => i % 2 === 0)
    .join('"')
    .split(/\s+/)
    .filter((word) => word !== '');
  if (outside.slice(0, -1).some((word) => word === '-' || word === '\u2212')) return 'space';
  if (outside.includes('OR')) return 'or';
  if (outside.includes('NOT')) return 'not';
  const found = quotes.flatMap((part, i) =>
    i % 2 === 1 && i < quotes.length - 1 ? [{ part, minus: endsInMinus(quotes[i - 1] ?? '') }] : words(part),
  );
  const real = found.filter(({ part }) => /[\p{L}\p{N}]/u.test(part));
  return real.length === 0 ? 'empty' : real.every(({ minus }) => minus) ? 'excludes' : undefined;
}

const words = (part: string) => part.split(/\s+/).map((word) => ({ part: word, minus: MINUS.test(word) }));
