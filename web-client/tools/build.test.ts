import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../src/lib/i18n/language';
import { some } from './some';

const client = join(import.meta.dirname, '..');
const build = join(client, 'build');

const WORDS = import.meta.glob<object>('../src/lib/i18n/*/*.ts', { import: 'default', eager: true });
const texts = (node: object): string[] =>
  Object.values(node).flatMap((value: unknown) =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'function'
        ? [String(value)]
        : typeof value === 'object' && value !== null
          ? texts(value)
          : [],
  );
/** Sentences that one language has and no other, not even as a quotation; short words can be names, codes or the same in both. */
const own = (language: string) => {
  const of = (each: string) => Object.entries(WORDS).flatMap(([file, words]) => (file.includes(`/i18n/${each}/`) ? texts(words) : []));
  const others = LANGUAGES.filter((each) => each !== language)
    .flatMap(of)
    .join('\n');
  return [...new Set(of(language))].filter(
    (text) => !text.includes('=>') && text.length > 15 && text.includes(' ') && !others.includes(text),
  );
};

interface Pages {
  words: Record<string, string[]>;
  pages: { path: string; code: string[]; words: Record<string, string[]> }[];
}

const manifestFile = join(client, '.svelte-kit/output/client/.vite/manifest.json');
const isBuilt = existsSync(join(build, 'pages.json')) && existsSync(manifestFile);

describe.skipIf(!isBuilt)('the built dashboard', () => {
  if (!isBuilt) return;
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, { file: string }>;
  const { words, pages } = JSON.parse(readFileSync(join(build, 'pages.json'), 'utf8')) as Pages;
  const chunksOf = (language: string) =>
    new Set(Object.entries(manifest).flatMap(([source, { file }]) => (source.startsWith(`src/lib/i18n/${language}/`) ? [file] : [])));
  const scripts = readdirSync(join(build, '_app'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => ({ file: `_app/${file}`, text: readFileSync(join(build, '_app', file), 'utf8') }));

  it.each(some(LANGUAGES))('has the words of "%s" in that language’s files alone', (language) => {
    const chunks = chunksOf(language);
    const sentences = own(language);
    expect(sentences.length).toBeGreaterThan(300);
    const inside = scripts
      .filter(({ file }) => chunks.has(file))
      .map(({ text }) => text)
      .join('\n');
    const outside = scripts.filter(({ file }) => !chunks.has(file));
    // What is looked for is written as the build writes it: nearly all is found where it belongs.
    expect(sentences.filter((sentence) => inside.includes(sentence)).length / sentences.length).toBeGreaterThan(0.95);
    for (const { file, text } of some(outside))
      expect(
        some(sentences).filter((sentence) => text.includes(sentence)),
        file,
      ).toEqual([]);
  });

  it('names for each page the words of each language, and no file of another', () => {
    for (const language of some(LANGUAGES)) {
      const others = LANGUAGES.filter((each) => each !== language).flatMap((each) => [...chunksOf(each)]);
      expect(words[language], language).not.toHaveLength(0);
      for (const page of some(pages)) {
        const listed = [...page.code, ...words[language]!, ...page.words[language]!].map((file) => file.slice(1));
        expect(
          some(listed).filter((file) => others.includes(file)),
          page.path,
        ).toEqual([]);
      }
    }
  });
});
