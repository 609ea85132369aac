import { untrack } from 'svelte';
import { ask } from '$lib/api/client';
import type { Commitment } from '$lib/api/types';
import { MOST, type Query } from '$lib/records/filters';

interface First {
  total: number;
  next: string | null;
}

/** How long a reader has looked at a list before what follows of it is asked for. */
const LOOKED = 1500;

/**
 * What follows of a list that is short enough for paper, kept at hand: who prints from a menu waits for nothing, and what is
 * not there by then is not printed. Undefined until it has come. Call it while a component is set up.
 */
export function useRest(first: () => First | undefined, queryOf: (cursor: string) => Query): { readonly items: Commitment[] | undefined } {
  let rest = $state.raw<{ of: First; items: Commitment[] }>();
  $effect(() => {
    const of = first();
    const cursor = of?.next && new URL(of.next).searchParams.get('cursor');
    if (!of || !cursor || of.total > MOST) return;
    const controller = new AbortController();
    const query = untrack(() => queryOf(cursor));
    const wait = setTimeout(() => {
      ask((api) => api.GET('/api/v1/commitments', { params: { query }, signal: controller.signal })).then(
        (answer) => (rest = { of, items: answer.items }),
        // Without it the list says how much of it is printed.
        () => undefined,
      );
    }, LOOKED);
    return () => {
      clearTimeout(wait);
      controller.abort();
    };
  });
  return {
    get items() {
      return rest && rest.of === first() ? rest.items : undefined;
    },
  };
}
