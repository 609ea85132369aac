/** Every language that the dashboard speaks: the one list of them. The words of each are in the folder of its name. */
const SPOKEN = {
  es: { name: 'Español', locale: 'es-MX', openGraph: 'es_MX' },
  en: { name: 'English', locale: 'en', openGraph: 'en_US' },
};

export type Language = keyof typeof SPOKEN;

export const LANGUAGES = Object.keys(SPOKEN) as Language[];

/** The language of an address that names none. */
export const FIRST_LANGUAGE: Language = 'es';

/** What a language calls itself, how it writes numbers and dates, and its name for those who show links. */
export function traitsOf(language: Language): { name: string; locale: string; openGraph: string } {
  return SPOKEN[language];
}

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** Parameter of every address. */
export const LANG = 'lang';

export function languageOf(search: URLSearchParams): Language {
  const asked = search.get(LANG);
  return isLanguage(asked) ? asked : FIRST_LANGUAGE;
}
