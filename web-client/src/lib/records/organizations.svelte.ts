import { ask } from '$lib/api/client';
import { once } from '$lib/api/once';
import { resource } from '$lib/api/resource.svelte';
import type { Organization } from '$lib/api/types';
import type { Format } from '$lib/i18n/index.svelte';

type Ended = Pick<Organization, 'id' | 'name' | 'acronym' | 'existed_until' | 'existed_until_precision' | 'succeeded_by'>;

const FIELDS = ['id', 'name', 'acronym', 'existed_until', 'existed_until_precision', 'succeeded_by'] as const;

export interface Ending {
  year: (f: Format) => string;
  next: string | null;
  nextId: string | null;
}

/** Organisations that exist no more, by id, with the name of the one that came after. */
export function endings(all: readonly Ended[]): Map<string, Ending> {
  const names = new Map(all.map(({ id, name, acronym }) => [id, acronym ?? name]));
  return new Map(
    all.flatMap(({ id, existed_until, succeeded_by }) =>
      existed_until === null
        ? []
        : [
            [
              id,
              {
                year: (f: Format) => f.date(existed_until, 'year'),
                nextId: succeeded_by,
                next: succeeded_by === null ? null : (names.get(succeeded_by) ?? succeeded_by),
              },
            ],
          ],
    ),
  );
}

function useAll() {
  return resource((signal) =>
    once(
      'organizations',
      (one) =>
        ask((api) => api.GET('/api/v1/organizations', { params: { query: { fields: [...FIELDS], limit: 500 } }, signal: one })).then(
          ({ items }) => items,
        ),
      signal,
    ),
  );
}

/** The same as a page asks for it, once; empty until it is known. */
export function useEndings() {
  const all = useAll();
  const ended = $derived(endings(all.value ?? []));
  return { of: (id: string) => ended.get(id) };
}

/** What organisations are called; the history names some by their names already. */
export function organizationNames() {
  const all = useAll();
  const names = $derived(new Map((all.value ?? []).map(({ id, name }) => [id, name])));
  return { of: (id: string) => names.get(id) ?? id };
}
