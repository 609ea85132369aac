import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

// A language that nobody has written, under a code that ISO 639 gives to none: a folder that only the compiler sees.
const folder = import.meta.dirname;
const parts = readdirSync(join(folder, 'es'));
const read = (file: string) => readFileSync(file, 'utf8');
const list = join(folder, 'language.ts');
const spoken = read(list).replace('  en: {', "  qaa: { name: 'Nobody’s', locale: 'de', openGraph: 'qaa_QM' },\n  en: {");
const wordsIn = (part: string) =>
  `import type { Words as Every } from '../words';\n${read(join(folder, 'en', part))
    .replaceAll("'en'", "'qaa'")
    .replace('satisfies Words[', 'satisfies Every[')
    .replace(/import type \{ Words \}.*\n/, '')}`;

/** What the compiler says of the dashboard's modules when these files lie beside the others. */
function complaints(added: Record<string, string>): string[] {
  const root = join(folder, '../../..');
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, directoryExists, getSourceFile } = host;
  host.readFile = (file) => added[file] ?? readFile.call(host, file);
  host.fileExists = (file) => file in added || fileExists.call(host, file);
  host.directoryExists = (path) =>
    Object.keys(added).some((file) => file.startsWith(`${path}/`)) || directoryExists?.call(host, path) === true;
  host.getSourceFile = (file, target, ...rest) =>
    file in added ? ts.createSourceFile(file, added[file]!, target) : getSourceFile.call(host, file, target, ...rest);
  const modules = [
    join(root, '.svelte-kit/ambient.d.ts'),
    join(root, 'src/app.d.ts'),
    join(folder, 'load.ts'),
    join(folder, '../format/format.ts'),
    join(folder, '../records/changes.ts'),
  ];
  const program = ts.createProgram([...modules, ...Object.keys(added)], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => `${relative(folder, file?.fileName ?? '')}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}

const folderOf = (language: string, change: (part: string, text: string) => string = (_, text) => text) =>
  Object.fromEntries(parts.map((part) => [join(folder, language, part), change(part, wordsIn(part))]));

describe('a third language', () => {
  it(
    'is a folder of words and a line in the list of languages; a word that is missing or takes something else does not compile',
    { timeout: 120_000 },
    () => {
      expect(spoken).toContain('Nobody’s');
      const lacking = folderOf('lacking', (part, text) => {
        if (part === 'coverage.ts') return text.replace(/^ {2}lede: .*\n/m, '');
        return part === 'timeline.ts' ? text.replace(/^ {2}title: .*\n/m, '  title: (year: number) => `${year}`,\n') : text;
      });
      expect(complaints({ [list]: spoken, ...folderOf('qaa'), ...lacking }).sort()).toEqual([
        expect.stringMatching(/^lacking\/coverage\.ts: .*lede/),
        expect.stringMatching(/^lacking\/timeline\.ts: .*string/),
      ]);
    },
  );
});
