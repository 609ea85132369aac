import { flushSync, untrack } from 'svelte';
import { cursorOf } from '$lib/url/cursor';

/** Rows that are kept at hand for paper, and that an answer of the API has at most. */
export const MOST_AT_HAND = 500;

/** How long a reader has looked at a list before what follows of it is asked for. */
const LOOKED = 1500;

/**
 * What follows of a list that is short enough for paper, kept at hand: who prints from a menu waits for nothing, and what is
 * not there by then is not printed. Undefined on the screen, and until it has come. Call it while a component is set up.
 */
export function useRest<First extends { total: number; next: string | null }, Answer>(
  first: () => First | undefined,
  load: (cursor: string, limit: number, signal: AbortSignal) => Promise<Answer>,
): { readonly printed: Answer | undefined } {
  let rest = $state.raw<{ of: First; answer: Answer }>();
  let printing = $state(false);
  $effect(() => {
    const of = first();
    const cursor = cursorOf(of?.next);
    if (!of || !cursor || of.total > MOST_AT_HAND) return;
    const controller = new AbortController();
    const wait = setTimeout(() => {
      untrack(() => load(cursor, MOST_AT_HAND, controller.signal)).then(
        (answer) => (rest = { of, answer }),
        // Without it the list says how much of it is printed.
        () => undefined,
      );
    }, LOOKED);
    return () => {
      clearTimeout(wait);
      controller.abort();
    };
  });
  $effect(() => {
    const before = () => flushSync(() => (printing = true));
    const after = () => (printing = false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  });
  return {
    get printed() {
      return printing && rest && rest.of === first() ? rest.answer : undefined;
    },
  };
}
