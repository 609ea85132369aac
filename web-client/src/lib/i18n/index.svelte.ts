import { formatFor, type Format } from '$lib/format/format';
import { currentLanguage } from '$lib/url/navigation.svelte';
import type { Language } from './language';
import { wordsIn } from './load';
import type { Part, Words } from './words';

/**
 * The reader's language, as the address says it, with the words that every page has. Read it where it is used
 * (`i18n.t.nav.home`): taking `t` out into a constant would keep the language of the moment.
 */
export const i18n = {
  get language(): Language {
    return currentLanguage();
  },
  get t(): Words['common'] {
    return wordsIn(currentLanguage(), 'common');
  },
  get f(): Format {
    return formatFor(currentLanguage());
  },
};

/** The words of a part of the dashboard in the reader's language; in a component, `const m = $derived(wordsOf(part))`. */
export function wordsOf<P extends Part>(part: P): Words[P] {
  return wordsIn(currentLanguage(), part);
}

export type { Format, Language };
