import { languageOf, type Language } from './language';
import type { Part, Words } from './words';

/** Files of words by address, as `import.meta.glob` finds them: one for each language and part. */
type Files = Record<string, () => Promise<unknown>>;

const loaded = new Map<string, unknown>();

const keyOf = (language: string, part: string) => `${language}/${part}`;

/** Has words at hand. A reader reads one language: the others' words stay on the server until they are asked for. */
export async function loadWords(language: Language, files: Files): Promise<void> {
  await Promise.all(
    Object.entries(files).map(async ([file, load]) => {
      const [folder = '', part = ''] = file.slice(0, -'.ts'.length).split('/').slice(-2);
      if (folder !== language || loaded.has(keyOf(language, part))) return;
      loaded.set(keyOf(language, part), ((await load()) as { default: unknown }).default);
    }),
  );
}

/** The words that every page has. */
export const COMMON: Files = import.meta.glob('./*/{address,common}.ts');

/** The `load` of a page: it is not drawn before its words are there. */
export function withWords(files: Files): (event: { url: URL }) => Promise<void> {
  return ({ url }) => loadWords(languageOf(url.searchParams), files);
}

export function wordsIn<P extends Part>(language: Language, part: P): Words[P] {
  const words = loaded.get(keyOf(language, part));
  if (!words) throw new Error(`"${keyOf(language, part)}" is not in this page's +page.ts.`);
  return words as Words[P];
}
