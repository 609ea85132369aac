import { folded } from '$lib/url/nearest';
import { wordsOfQuery } from './words';

export interface Part {
  text: string;
  isFound: boolean;
}

/** A text in parts, each whole word that begins with one that was looked for by itself. */
export function marked(text: string, q: string): Part[] {
  const wanted = wordsOfQuery(q).map(folded);
  const parts = text.split(/([\p{L}\p{N}]+)/u).map((part, i) => ({
    text: part,
    isFound: i % 2 === 1 && wanted.some((word) => folded(part).startsWith(word)),
  }));
  return parts.filter(({ text: part }) => part !== '');
}
