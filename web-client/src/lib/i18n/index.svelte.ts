import { formatFor, type Format } from '$lib/format/format';
import { currentLanguage } from '$lib/url/navigation.svelte';
import type { Messages } from '$lib/i18n/es/common';
import type { Language } from './language';
import { messagesOf } from './load';

/**
 * The reader's language, as the address says it. Read it where it is used (`i18n.t.nav.home`): taking
 * `t` out into a constant would keep the language of the moment.
 */
export const i18n = {
  get language(): Language {
    return currentLanguage();
  },
  get t(): Messages {
    return messagesOf(currentLanguage());
  },
  get f(): Format {
    return formatFor(currentLanguage());
  },
};

export type { Messages, Format, Language };
