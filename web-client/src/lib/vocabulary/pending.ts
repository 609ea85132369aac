/** Stands for words that are on their way: the code that they are the words of tells a reader nothing. */
const ON_THEIR_WAY = '…';

/** A code whose words are not on hand: shown only where none will come. */
export function unnamed(code: string, isPending: boolean): string {
  return isPending ? ON_THEIR_WAY : code;
}
