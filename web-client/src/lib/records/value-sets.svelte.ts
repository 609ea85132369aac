import { ask } from '$lib/api/client';
import { resource } from '$lib/api/resource.svelte';
import type { Choice, ValueSet } from '$lib/url/view';
import { loadIndicators } from './states';

const LOADED: Readonly<Partial<Record<ValueSet, (signal: AbortSignal) => Promise<Choice[]>>>> = {
  edition: async (signal) => {
    const { items } = await ask((api) => api.GET('/api/v1/metrics', { params: { query: { fields: ['edition'], limit: 500 } }, signal }));
    return items.map(({ edition }) => ({ code: String(edition), words: [] }));
  },
  indicator: async (signal) => (await loadIndicators(signal)).map((each) => ({ code: each.id, words: [each.name_es, each.name_en] })),
  state: async (signal) => {
    const { items } = await ask((api) => api.GET('/api/v1/states', { params: { query: { limit: 500 } }, signal }));
    return items.map((each) => ({ code: each.id, words: [each.name_es, each.name_en] }));
  },
};

/** The values of some sets, each asked for while an address has a value that should be one of them. Call it while a component is set up. */
export function useSets(wanted: () => readonly ValueSet[]): { of(set: ValueSet): readonly Choice[] | undefined } {
  const asked = $derived([...new Set(wanted())].sort().join());
  const found = resource(async (signal) => {
    const sets = asked === '' ? [] : (asked.split(',') as ValueSet[]);
    return new Map(await Promise.all(sets.flatMap((set) => (LOADED[set] ? [LOADED[set](signal).then((all) => [set, all] as const)] : []))));
  });
  return { of: (set) => found.value?.get(set) };
}
