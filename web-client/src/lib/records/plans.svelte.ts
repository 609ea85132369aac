import { ask } from '$lib/api/client';
import { once } from '$lib/api/once';
import { resource } from '$lib/api/resource.svelte';
import { NAMING } from './plan-names';

/** The plans on record by what names them (`plan-names.ts`), asked for once a page. Call it while a component is set up. */
export function usePlans() {
  const all = resource((signal) =>
    once(
      'plans',
      (one) =>
        ask((api) => api.GET('/api/v1/plans', { params: { query: { limit: 500, fields: [...NAMING] } }, signal: one })).then(
          ({ items }) => items,
        ),
      signal,
    ),
  );
  const byId = $derived(new Map((all.value ?? []).map((plan) => [plan.id, plan])));
  return {
    get all() {
      return all.value ?? [];
    },
    /** Whether they are still on their way. */
    get isAwaited() {
      return all.loading && all.value === undefined;
    },
    /** A plan; undefined where it is not on record, and until plans arrive. */
    of: (id: string) => byId.get(id),
  };
}
