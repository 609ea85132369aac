import { textOf } from '$lib/i18n/localized';
import { ask } from '$lib/api/client';
import { resource } from '$lib/api/resource.svelte';
import type { State } from '$lib/api/types';
import { i18n } from '$lib/i18n/index.svelte';
import { unnamed } from '$lib/vocabulary/pending';

/** States by id, for the pages that name them. Call it while a component is set up. */
export function useStates() {
  const states = resource((signal) => ask((api) => api.GET('/api/v1/states', { params: { query: { limit: 500 } }, signal })));
  const byId = $derived(new Map<string, State>((states.value?.items ?? []).map((state) => [state.id, state])));
  return {
    get error() {
      return states.error;
    },
    retry: () => states.retry(),
    get ids(): string[] {
      return [...byId.keys()];
    },
    /** Whether a secretariat of the state is documented; false until states arrive. */
    hasSecretariat(id: string): boolean {
      return byId.get(id)?.secretariat_id != null;
    },
    /** The id of its secretariat; null for none on record, and until states arrive. */
    secretariat: (id: string): string | null => byId.get(id)?.secretariat_id ?? null,
    /** The name; its code where names do not come. */
    name(id: string): string {
      const state = byId.get(id);
      return state ? textOf(state, 'name', i18n.language) : unnamed(id, states.loading && states.value === undefined);
    },
  };
}
