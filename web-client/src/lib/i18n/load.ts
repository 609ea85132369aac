import type { Messages } from '$lib/i18n/es/common';
import { isLanguage, type Language } from './language';

/** Parameter of every address; Spanish is the language of an address without it. */
export const LANG = 'lang';

export function languageOf(search: URLSearchParams): Language {
  const asked = search.get(LANG);
  return isLanguage(asked) ? asked : 'es';
}

// A reader reads one language: the other one's words stay on the server until they are asked for.
const SOURCES: Record<Language, () => Promise<Messages>> = {
  es: async () => (await import('$lib/i18n/es/common')).es,
  en: async () => (await import('$lib/i18n/en/common')).en,
};
const loaded = new Map<Language, Messages>();

/** Has the words of a language at hand; the layout waits for it before any page is drawn. */
export async function loadMessages(language: Language): Promise<void> {
  if (!loaded.has(language)) loaded.set(language, await SOURCES[language]());
}

export function messagesOf(language: Language): Messages {
  const messages = loaded.get(language);
  if (!messages) throw new Error(`The words of "${language}" have not been loaded.`);
  return messages;
}
