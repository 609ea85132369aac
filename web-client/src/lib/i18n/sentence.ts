/**
 * A label within a sentence: its first letter small, unless the first word is an acronym (INAI, SNT, OGP) or has another
 * capital in it. The rest stays as it is written: what is a name there keeps its capitals.
 */
export function midSentence(text: string, locale?: string): string {
  const first = /^[\p{L}\p{N}]+/u.exec(text)?.[0] ?? '';
  if (/\p{Lu}|\p{N}/u.test(first.slice(1))) return text;
  return text.charAt(0).toLocaleLowerCase(locale) + text.slice(1);
}

/** Names of Mexican states that take an article: "el Estado de México", "la Ciudad de México", "the State of Mexico". */
function articleOf(name: string): 'el' | 'la' | undefined {
  return name.startsWith('Estado ') ? 'el' : name.startsWith('Ciudad ') ? 'la' : undefined;
}

/** A state within a Spanish sentence; `El` begins one. */
export const spanish = {
  el: (name: string) => [articleOf(name), name].filter(Boolean).join(' '),
  El: (name: string) => spanish.el(name).replace(/^./, (letter) => letter.toUpperCase()),
  de: (name: string) => (articleOf(name) === 'el' ? `del ${name}` : `de ${spanish.el(name)}`),
  a: (name: string) => (articleOf(name) === 'el' ? `al ${name}` : `a ${spanish.el(name)}`),
  en: (name: string) => `en ${spanish.el(name)}`,
};

/** A state within an English sentence; `The` begins one. */
export const english = {
  the: (name: string) => (name.startsWith('State of ') ? `the ${name}` : name),
  The: (name: string) => (name.startsWith('State of ') ? `The ${name}` : name),
};
