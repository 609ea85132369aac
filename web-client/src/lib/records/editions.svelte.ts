import { ask } from '$lib/api/client';
import { once } from '$lib/api/once';
import { resource } from '$lib/api/resource.svelte';
import { i18n } from '$lib/i18n/index.svelte';

/** Editions of the metric as they are named beside a score: with the year of their measurement, where that is another. */
export function useEditions() {
  const all = resource((signal) =>
    once(
      'when each edition was measured',
      (one) =>
        ask((api) => api.GET('/api/v1/metrics', { params: { query: { fields: ['edition', 'fieldwork_year'], limit: 500 } }, signal: one })),
      signal,
    ),
  );
  return {
    name(edition: number): string {
      const measured = all.value?.items.find((each) => each.edition === edition)?.fieldwork_year ?? edition;
      return measured === edition ? String(edition) : i18n.t.measure.editionName(edition, measured);
    },
  };
}
