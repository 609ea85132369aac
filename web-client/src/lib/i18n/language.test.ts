import { describe, expect, it } from 'vitest';
import { FIRST_LANGUAGE, isLanguage, languageOf, LANGUAGES, traitsOf } from './language';
import { localized, preferred, recordLanguage, textOf } from './localized';
import type { Language } from './language';

// What a third language would be: records are kept in two.
const other = 'pt' as Language;

describe('the language of a page', () => {
  it('is the one that its address names', () => {
    expect(languageOf(new URLSearchParams('lang=en'))).toBe('en');
    expect(languageOf(new URLSearchParams('lang=es'))).toBe('es');
  });

  it('is Spanish where the address names none, or none that is spoken', () => {
    for (const address of ['', 'lang=', 'lang=de', 'lang=EN', 'language=en'])
      expect(languageOf(new URLSearchParams(address)), address).toBe('es');
    expect(FIRST_LANGUAGE).toBe('es');
  });

  it('has a name of its own, a locale and a name for those who show links', () => {
    expect(LANGUAGES).toEqual(['es', 'en']);
    expect(traitsOf('es')).toEqual({ name: 'Español', locale: 'es-MX', openGraph: 'es_MX' });
    expect(traitsOf('en')).toEqual({ name: 'English', locale: 'en', openGraph: 'en_US' });
  });

  it('is told from anything else', () => {
    expect([isLanguage('es'), isLanguage('en'), isLanguage('fr'), isLanguage(null)]).toEqual([true, true, false, false]);
  });
});

describe('the language of a record', () => {
  it('is the reader’s first, then the other', () => {
    expect(preferred('es')).toEqual(['es', 'en']);
    expect(preferred('en')).toEqual(['en', 'es']);
    expect(preferred(other)).toEqual(['es', 'en']);
  });

  it('is the reader’s where records are kept in it, else Spanish', () => {
    expect([recordLanguage('es'), recordLanguage('en'), recordLanguage(other)]).toEqual(['es', 'en', 'es']);
  });

  it('gives the text alone, and nothing where there is no text', () => {
    expect(textOf({ name_es: 'Estado', name_en: 'State' }, 'name', 'en')).toBe('State');
    expect(textOf({ name_es: 'Estado', name_en: '' }, 'name', 'en')).toBe('Estado');
    expect(textOf({ name_es: null, name_en: null }, 'name', 'es')).toBe('');
    expect(localized({ name_es: '', name_en: '' }, 'name', 'es')).toBeNull();
  });
});
