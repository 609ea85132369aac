/**
 * A sentence of the words of a page and the numbers in it, in their order, as they are written there: the text between them, and
 * which of them stands where. A number that the sentence leaves out is left out.
 */
export function found(text: string, written: readonly string[]): ({ text: string } | { number: number })[] {
  const parts: ({ text: string } | { number: number })[] = [];
  let from = 0;
  written.forEach((number, i) => {
    // A number is whole: the 3 of 13 is not it.
    const at = [...text.matchAll(/\p{Nd}(?:[\p{Nd}.,\u202f\u00a0]*\p{Nd})?/gu)].find(
      (each) => each.index >= from && each[0] === number,
    )?.index;
    if (at === undefined) return;
    if (at > from) parts.push({ text: text.slice(from, at) });
    parts.push({ number: i });
    from = at + number.length;
  });
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}
