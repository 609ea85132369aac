import type { Language } from '$lib/i18n/language';

/** Whether a name is in Spanish by its words or letters: no source says in which language its publisher is called (`SourceOrder.cs`). */
const SPANISH = /(?<![\p{L}\d])(y|e|de|del|la|el|los|las|para|por|en)(?![\p{L}\d])|[áéíóúñ]/iu;

export interface Spoken {
  text: string;
  /** The language of the text where it is not the reader's. */
  lang?: 'es';
}

/** A sentence in parts: the names in it that are in another language than the reader's, and what stands between them. */
export function spoken(sentence: string, names: readonly (string | null)[], language: Language): Spoken[] {
  let parts: Spoken[] = [{ text: sentence }];
  if (language === 'es') return parts;
  // The longest first: a name may hold another.
  const foreign = [...new Set(names)].filter((name) => name !== null && SPANISH.test(name)) as string[];
  for (const name of foreign.sort((a, b) => b.length - a.length)) {
    parts = parts.flatMap((part) => {
      const at = part.lang ? -1 : part.text.indexOf(name);
      return at < 0
        ? [part]
        : [{ text: part.text.slice(0, at) }, { text: name, lang: 'es' as const }, { text: part.text.slice(at + name.length) }];
    });
  }
  return parts.filter(({ text }) => text !== '');
}
