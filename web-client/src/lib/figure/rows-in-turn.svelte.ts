import { inTurn } from './turn';

/** So many rows are drawn in one task, on a phone in less time than a reader notices. */
const AT_ONCE = 10;

/** The rows of a long list, drawn part by part: first the beginning, then more with each turn until all are there. */
export function rowsInTurn<Row>(all: () => readonly Row[]): { readonly drawn: readonly Row[]; readonly isWhole: boolean } {
  let most = $state(AT_ONCE);
  const isWhole = $derived(most >= all().length);
  $effect(() => {
    const drawn = most;
    if (drawn < all().length) return inTurn(() => (most = drawn + AT_ONCE));
  });
  return {
    get drawn() {
      return isWhole ? all() : all().slice(0, most);
    },
    get isWhole() {
      return isWhole;
    },
  };
}
