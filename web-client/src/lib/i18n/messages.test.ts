import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from './en/common';
import es from './es/common';
import home from './es/home';
import { LANGUAGES } from './language';
import { localized } from './localized';
import type { Words } from './words';
import { some } from '../../../tools/some';

type Leaf = [path: string, value: string | ((...args: never[]) => string)];

function leaves(node: object, path = ''): Leaf[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]): Leaf[] => {
    const here = `${path}${key}`;
    if (typeof value === 'string' || typeof value === 'function') return [[here, value as Leaf[1]]];
    return leaves(value as object, `${here}.`);
  });
}

const FILES = import.meta.glob<Words[keyof Words]>('./*/*.ts', { import: 'default', eager: true });
const TEXTS = import.meta.glob<string>('./*/*.ts', { query: '?raw', import: 'default', eager: true });
const partsOf = (language: string) =>
  Object.keys(FILES).flatMap((file) => (file.startsWith(`./${language}/`) ? [file.slice(language.length + 3, -'.ts'.length)] : []));

describe('messages', () => {
  it('are a folder for each language, with the same parts', () => {
    expect([...new Set(Object.keys(FILES).map((file) => file.split('/')[1]))].sort()).toEqual([...LANGUAGES].sort());
    for (const language of some(LANGUAGES)) expect(partsOf(language), language).toEqual(partsOf('es'));
  });

  it('are the same in every language, with the same arguments', () => {
    for (const part of some(partsOf('es'))) {
      const first = leaves(FILES[`./es/${part}.ts`]!);
      for (const language of some(LANGUAGES)) {
        const other = new Map(leaves(FILES[`./${language}/${part}.ts`]!));
        expect([...other.keys()].sort(), `${language}/${part}`).toEqual(first.map(([path]) => path).sort());
        for (const [path, value] of some(first)) {
          const said = other.get(path);
          expect(typeof said, `${language}/${part} ${path}`).toBe(typeof value);
          if (typeof value === 'function' && typeof said === 'function')
            expect(said.length, `${language}/${part} ${path}`).toBe(value.length);
        }
      }
    }
  });

  it('write numbers and dates as their own language does, and are checked against the Spanish ones', () => {
    const texts = Object.entries(TEXTS).map(([file, text]) => ({ file, text, language: file.slice(2).split('/')[0] }));
    const formats = texts.flatMap(({ text, ...rest }) => [...text.matchAll(/formatFor\('(\w+)'\)/g)].map(([, of]) => ({ of, ...rest })));
    for (const { file, language, of } of some(formats)) expect(of, file).toBe(language);
    for (const { file, text, language } of some(texts)) {
      if (language !== 'es') expect(text, file).toMatch(/ satisfies Words\['[\w-]+'\]/);
    }
  });

  it('are never empty', () => {
    for (const [file, words] of some(Object.entries(FILES)))
      for (const [path, value] of some(leaves(words))) if (typeof value === 'string') expect(value.trim(), `${file} ${path}`).not.toBe('');
  });

  it('agree with the number they speak of', () => {
    expect(home.answer.coverage(1, 131, '1 %')).toBe(
      'De 131 compromisos locales que declara la presentación, 1 está documentado aquí (1 %).',
    );
    expect([es.answer.counts(1, ['Durango'], 2), en.answer.counts(3, ['Durango'], 2)]).toEqual([
      '1 estado tiene al menos uno; el máximo es 2, en Durango.',
      '3 states have at least one; the most is 2, in Durango.',
    ]);
  });
});

describe('a page', () => {
  const source = join(import.meta.dirname, '../..');
  const text = (file: string) => readFileSync(file, 'utf8');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((file) => join(source, file))
    .filter((file) => /\.(ts|svelte)$/.test(file));
  const known = new Set(files);
  const imports = (file: string) =>
    [...text(file).matchAll(/\b(?:from|import)\s*\(?\s*'((?:\$lib|\.{1,2})\/[^']+)'/g)].flatMap(([, to]) => {
      const target = to!.startsWith('$lib/') ? join(source, to!.replace('$lib', 'lib')) : join(dirname(file), to!);
      return [target, `${target}.ts`].filter((each) => known.has(each));
    });
  const shown = (file: string, found = new Set<string>()): Set<string> => {
    if (found.has(file)) return found;
    found.add(file);
    for (const next of imports(file)) shown(next, found);
    return found;
  };
  const found = (file: string) =>
    text(file)
      .match(/import\.meta\.glob\('[^']*\/\*\/\{?([\w,-]+)\}?\.ts'\)/)?.[1]
      ?.split(',') ?? [];
  const everywhere = found(join(import.meta.dirname, 'load.ts'));

  it.each(some(files.filter((file) => /\+(page|error|layout)\.svelte$/.test(file)).map((file) => relative(source, file))))(
    '%s loads the words of all that it shows',
    (name) => {
      const file = join(source, name);
      const load = file.replace('.svelte', '.ts');
      const named = known.has(load) ? found(load) : [];
      const used = new Set(
        [...shown(file)].flatMap((part) => [...text(part).matchAll(/\bwordsOf\('([^']+)'\)/g)].map(([, part]) => part!)),
      );
      expect(new Set([...everywhere, ...named])).toEqual(new Set([...everywhere, ...used]));
    },
  );
});

describe('a text in two languages', () => {
  const record = { title_es: 'Agua Limpia', title_en: null };

  it('says which language it is really in', () => {
    expect(localized(record, 'title', 'es')).toEqual({ text: 'Agua Limpia', language: 'es' });
    expect(localized(record, 'title', 'en')).toEqual({ text: 'Agua Limpia', language: 'es' });
  });

  it('is null when neither is known', () => {
    expect(localized({ title_es: null, title_en: null }, 'title', 'en')).toBeNull();
  });
});
