import type { Language } from './language';

/** The languages that the records are kept in, whatever the dashboard speaks; the first one found is shown to a reader of another. */
const RECORD_LANGUAGES = ['es', 'en'] as const;
type RecordLanguage = (typeof RECORD_LANGUAGES)[number];

/** A record with `<field>_es` and `<field>_en`. */
export type Bilingual<K extends string> = { [P in `${K}_${RecordLanguage}`]: string | null };

export interface LocalizedText {
  text: string;
  /** The language that the text is really in, which need not be the reader's. */
  language: RecordLanguage;
}

/** The languages of a record's texts, the reader's first. */
export function preferred(language: Language): RecordLanguage[] {
  return [...RECORD_LANGUAGES].sort((a, b) => Number(b === language) - Number(a === language));
}

/** The language of the records that the reader is served best by. */
export function recordLanguage(language: Language): RecordLanguage {
  return RECORD_LANGUAGES.find((kept) => kept === language) ?? RECORD_LANGUAGES[0];
}

/** The text alone, for where the language that it is in cannot be marked; empty where there is none. */
export function textOf<K extends string>(record: Bilingual<K>, field: K, language: Language): string {
  return localized(record, field, language)?.text ?? '';
}

/** A source's title: the Spanish one where there is none may be null, the English one never is. */
export function sourceTitle({ title, title_es }: { title: string; title_es: string | null }, language: Language): LocalizedText {
  const found = localized({ title_es, title_en: title }, 'title', language);
  return found ?? { text: title, language: 'en' };
}

/** The text in the reader's language or, where that is missing, in the other one, saying which it is. */
export function localized<K extends string>(record: Bilingual<K>, field: K, language: Language): LocalizedText | null {
  for (const candidate of preferred(language)) {
    const text = record[`${field}_${candidate}`];
    if (text) return { text, language: candidate };
  }
  return null;
}
