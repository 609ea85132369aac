import { ask } from '$lib/api/client';
import type { Term } from '$lib/api/types';
import { i18n } from '$lib/i18n/index.svelte';
import { localized } from '$lib/i18n/localized';
import { unnamed } from './pending';

let terms = $state.raw<ReadonlyMap<string, Term>>(new Map());
let request: Promise<void> | undefined;
/** Until they have come, or will not come. */
let pending = $state(true);

async function load(): Promise<void> {
  const all = new Map<string, Term>();
  const { items } = await ask((api) => api.GET('/api/v1/terms', { params: { query: { limit: 500 } } }));
  for (const item of items) all.set(`${item.vocabulary}.${item.code}`, item);
  terms = all;
}

function begin(): void {
  request ??= load()
    .catch(() => {
      request = undefined;
    })
    .finally(() => (pending = false));
}

/** Every term of every vocabulary; none until they arrive. */
export function allTerms(): Term[] {
  begin();
  return [...terms.values()];
}

/**
 * The words for the API's codes (`vocabulary('sector').label('civil_society')`), asked for once a visit.
 * Where a code has none, and where they do not come, the code itself is shown: it is public and stable.
 */
export function vocabulary(name: string) {
  begin();
  return {
    term: (code: string): Term | undefined => terms.get(`${name}.${code}`),
    label(code: string): string {
      const term = terms.get(`${name}.${code}`);
      return (term && localized(term, 'label', i18n.language)?.text) ?? unnamed(code.replaceAll('_', ' '), pending);
    },
    get all(): Term[] {
      return [...terms.values()].filter((term) => term.vocabulary === name);
    },
  };
}
