import { resource } from '$lib/api/resource.svelte';
import type { Active, Explorer } from '$lib/records/filters';
import { besideCommitments, mentions, type Theme } from '$lib/records/search-words';
import { vocabulary } from '$lib/vocabulary/terms.svelte';

/** What the words of the explorer may mean and which themes they name; of a theme alone where else it is mentioned. */
export interface Beside {
  readonly near: readonly string[];
  readonly themes: readonly Theme[];
  /** The name of the theme that alone narrows the list; empty for none. */
  readonly theme: string;
  /** How many records mention it; 0 while nobody knows. */
  readonly mentioned: number;
}

/** Asks once the list has come. Call it while a component is set up. */
export function useBeside(state: () => Explorer, filters: () => readonly Active[], isListed: () => boolean): Beside {
  const words = $derived(isListed() ? state().q.trim() : '');
  const found = resource((signal) => {
    const q = words;
    return q === '' ? Promise.resolve(null) : besideCommitments(q, signal);
  });
  const theme = $derived.by(() => {
    const [only, ...others] = filters();
    if (!isListed() || others.length > 0 || only?.name !== 'policy_area') return '';
    const areas = vocabulary('policy_area');
    return areas.all.some(({ code }) => code === only.value) ? areas.label(only.value) : '';
  });
  const mentioned = resource((signal) => {
    const name = theme;
    return name === '' ? Promise.resolve(0) : mentions(name, signal);
  });
  return {
    get near() {
      return words === '' ? [] : (found.value?.near ?? []);
    },
    get themes() {
      return words === '' ? [] : (found.value?.themes ?? []);
    },
    get theme() {
      return theme;
    },
    get mentioned() {
      return theme === '' ? 0 : (mentioned.value ?? 0);
    },
  };
}
