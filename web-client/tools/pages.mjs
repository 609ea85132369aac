// After the build: index.html for any host, and pages.json for the service that completes it for each address.
//
// What the first paint waits for goes into index.html itself, so that it waits for one answer and not for four. The style
// sheets stay linked, disabled: the page's code asks whether they are there.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runnerImport } from 'vite';

const client = join(import.meta.dirname, '..');
const build = join(client, 'build');
const output = join(client, '.svelte-kit', 'output');
const read = (address) => readFileSync(join(build, address), 'utf8').trim();
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const { module } = await runnerImport(join(client, 'src/lib/layout/pages.ts'), {
  root: client,
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { $lib: join(client, 'src/lib') } },
});
const { FIRST_LANGUAGE, LANGUAGES, PAGES, SITE, traitsOf } = module;

// It runs before any module and so cannot ask for the list of languages.
const beforePaint = (script) => {
  const spoken = `var locales = ${JSON.stringify(Object.fromEntries(LANGUAGES.map((language) => [language, traitsOf(language).locale])))};`;
  if (!/var locales = \{.*\};/.test(script)) throw new Error('before-paint.js has no list of languages to replace.');
  return script.replace(/var locales = \{.*\};/, spoken);
};

// What the code of every page is, so that the browser asks for it as soon as it begins.
const preload = /\s*<link href="([^"]+)" rel="modulepreload">/g;
const afterPaint = (script, html) => {
  if (!script.includes('var code = [];')) throw new Error('after-paint.js has no list of code to fill.');
  return script.replace('var code = [];', `var code = ${JSON.stringify([...html.matchAll(preload)].map(([, href]) => href))};`);
};

// Each thing that the build puts into the page has its place there; a build in which one is gone has changed.
const replaced = (html, what, place, by) => {
  if (html.search(place) === -1) throw new Error(`index.html has no ${what} to replace; has the build changed?`);
  return html.replace(place, by);
};

const shell = readFileSync(join(build, 'index.html'), 'utf8');
let index = shell;
index = replaced(
  index,
  'style sheet',
  /<link href="([^"]+\.css)" rel="stylesheet">/g,
  (_, href) => `<style>${read(href)}</style><link href="${href}" rel="stylesheet" disabled>`,
);
index = replaced(
  index,
  'before-paint.js',
  /<script src="(\/before-paint\.js)"><\/script>/,
  (_, src) => `<script>${beforePaint(read(src))}</script>`,
);
index = replaced(
  index,
  'after-paint.js',
  /<script src="(\/after-paint\.js)"><\/script>/,
  (_, src) => `<script>${afterPaint(read(src), shell)}</script>`,
);
index = replaced(index, 'code that is loaded in advance', preload, '');
index = replaced(
  index,
  'start',
  /Promise\.all\(\[\s*import\([\s\S]*?kit\.start\(app, element\);\s*\}\);/,
  (start) => `afterPaint(() => ${start.replace(/;$/, '')});`,
);
const { title, description } = PAGES[0].head[FIRST_LANGUAGE];
index = replaced(
  index,
  'head',
  /<!--head-->\s*<!--\/head-->/,
  () =>
    `<!--head--><title>${escaped(`${title} · ${SITE[FIRST_LANGUAGE]}`)}</title><meta name="description" content="${escaped(description)}" data-head />` +
    '<link rel="preload" href="/config.json" as="fetch" crossorigin /><!--/head-->',
);
writeFileSync(join(build, 'index.html'), index);
// Their compressed forms hold the page as it was, and the settings as nobody may have changed them yet.
for (const file of ['index.html', 'config.json'])
  for (const suffix of ['br', 'gz']) rmSync(join(build, `${file}.${suffix}`), { force: true });

// The code of each page, so that the browser asks for all of it at once and not wave by wave.
const manifest = JSON.parse(readFileSync(join(output, 'client/.vite/manifest.json'), 'utf8'));
const routes = (await import(pathToFileURL(join(output, 'server/manifest-full.js')).href)).manifest._.routes;
const withImports = (key, found = new Set()) => {
  if (found.has(key)) return found;
  if (!manifest[key]) throw new Error(`The build has no ${key}; has it changed?`);
  found.add(key);
  for (const next of manifest[key].imports ?? []) withImports(next, found);
  return found;
};
const files = (key) => {
  const parts = [...withImports(key)].map((each) => manifest[each]);
  return [...new Set(parts.flatMap(({ file, css = [] }) => [file, ...css]))]
    .map((file) => `/${file}`)
    .filter((file) => !index.includes(file));
};
// Its words, by language; the service sends those of the reader's with it.
const words = (parts) =>
  Object.fromEntries(
    LANGUAGES.map((language) => [language, [...new Set(parts.flatMap((part) => files(`src/lib/i18n/${language}/${part}.ts`)))]]),
  );
const partsOf = (file) =>
  readFileSync(join(client, 'src', file), 'utf8')
    .match(/import\.meta\.glob\('[^']*\/\*\/\{?([\w,-]+)\}?\.ts'\)/)?.[1]
    .split(',') ?? [];
const everywhere = words(partsOf('lib/i18n/load.ts'));
const ownWords = (route) => {
  const file = join('routes', route, '+page.ts');
  const own = words(existsSync(join(client, 'src', file)) ? partsOf(file) : []);
  return Object.fromEntries(LANGUAGES.map((language) => [language, own[language].filter((each) => !everywhere[language].includes(each))]));
};
const code = (route) => {
  const page = routes.find(({ id }) => id === route)?.page;
  if (!page) throw new Error(`There is no page at ${route}.`);
  // The page of an error comes with every page.
  return [...new Set([page.leaf, ...page.errors].flatMap((node) => files(`.svelte-kit/generated/client-optimized/nodes/${node}.js`)))];
};
const unlisted = routes.map(({ id }) => id).filter((id) => !PAGES.some(({ route }) => route === id));
if (unlisted.length > 0) throw new Error(`src/lib/layout/pages.ts does not list ${unlisted.join(', ')}.`);

writeFileSync(
  join(build, 'pages.json'),
  JSON.stringify({
    languages: Object.fromEntries(LANGUAGES.map((language) => [language, traitsOf(language).openGraph])),
    first_language: FIRST_LANGUAGE,
    site: SITE,
    frame: module.FRAME,
    missing: module.MISSING,
    words: everywhere,
    pages: PAGES.map(({ route, ...page }) => ({ ...page, code: code(route), words: ownWords(route) })),
  }),
);
