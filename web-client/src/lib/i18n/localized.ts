import type { Language } from './language';

/** A record with `<field>_es` and `<field>_en`. */
export type Bilingual<K extends string> = { [P in `${K}_${Language}`]: string | null };

export interface LocalizedText {
  text: string;
  /** The language that the text is really in, which need not be the reader's. */
  language: Language;
}

/** The text in the reader's language or, where that is missing, in the other one, saying which it is. */
export function localized<K extends string>(record: Bilingual<K>, field: K, language: Language): LocalizedText | null {
  const other: Language = language === 'es' ? 'en' : 'es';
  for (const candidate of [language, other]) {
    const text = record[`${field}_${candidate}`];
    if (text) return { text, language: candidate };
  }
  return null;
}
