import { explorerView, LIST_FIELDS, order, rowsOf } from '$lib/records/filters';
import { footerLinks, headerLinks } from '$lib/layout/links';
import { SLUGS } from '$lib/api/problems';
import { FIRST_LANGUAGE, LANGUAGES, traitsOf, type Language } from '$lib/i18n/language';
import type { Part, Words } from '$lib/i18n/words';
import type { View } from '$lib/url/view';
import { TAKEN, type Field } from './taken';

// Read while building, never by a page: tools/pages.mjs writes it to pages.json, from which the service completes
// index.html for each address. What shows a link to its readers (chats, social networks) runs no script.

/** A page as its address alone describes it. */
export interface Page {
  /** Its address; `{id}` stands for the id of a record. */
  path: string;
  /** Where its code is: the folder in src/routes. */
  route: string;
  /** Kind of record that gives the page its title. */
  record?: 'states' | 'plans' | 'commitments' | 'proposals' | 'organizations';
  /** What a link to it shows, and the heading and the words under it that it begins with. A record gives its page title and heading. */
  head: Record<Language, Head>;
  /** What it says in words alone, where that is most of it: the service has no words of its own for it. */
  text?: Record<Language, Section[]>;
  /** What it says in words after all else. */
  closing?: Record<Language, Section[]>;
  /** What it asks of the API at once when its address has no query: the service has the browser ask while the code is on its way. */
  first: string[];
  /** Every parameter of its address. */
  takes: readonly string[];
  /** What those take whose values are not free. */
  values: View<never>['values'];
  /** Those that choose what is shown, which the service takes, too. */
  filters: Record<Language, Record<string, Field>>;
}

interface Section {
  heading: string | null;
  paragraphs: string[];
  /** What the drawn page calls the same part in its address; none where it has no such part. */
  anchor?: string;
}

interface Head {
  title: string | null;
  /** Of a page about a record: for one that says nothing of itself; `{name}` stands for what it is called. */
  description: string;
  /** null: the title. */
  heading: string | null;
  /** null: none that is known before the page is drawn. */
  lede: string | null;
}

interface Texts {
  title: string;
  lede: string;
  heading?: string;
  description?: string;
}

// What tools/pages.mjs needs beside the pages.
export { FIRST_LANGUAGE, LANGUAGES, traitsOf };

const FILES = import.meta.glob<Words[Part]>('../i18n/*/*.ts', { import: 'default', eager: true });
const words = <P extends Part>(language: Language, part: P) => FILES[`../i18n/${language}/${part}.ts`] as Words[P];
const of =
  <P extends Part>(part: P) =>
  (language: Language) =>
    words(language, part);
const each = <T>(make: (language: Language) => T) =>
  Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Record<Language, T>;

/** What a page takes from its address; each filter has its words. */
function taken(path: string): Pick<Page, 'takes' | 'values' | 'filters'> {
  const { views = [], fields = () => ({}) } = TAKEN[path] ?? {};
  const narrowing = views.flatMap((view) => view.narrowing).toSorted();
  const filters = each((language) => fields((part) => words(language, part)));
  for (const named of Object.values(filters).map((all) => Object.keys(all).toSorted()))
    if (named.join() !== narrowing.join()) throw new Error(`${path}: its filters are ${narrowing.join()}; words are for ${named.join()}.`);
  const values = Object.assign({}, ...views.map((view) => view.values)) as Page['values'];
  return { takes: [...new Set(views.flatMap((view) => view.names))], values, filters };
}

function page(path: string, texts: (language: Language) => Texts, first: string[] = [], text?: (language: Language) => Section[]): Page {
  return {
    path,
    route: path === '/' ? '/(home)' : path,
    head: each((language) => head(texts(language))),
    ...(text && { text: each(text) }),
    first,
    ...taken(path),
  };
}

function head({ title, lede, heading, description }: Texts): Head {
  return { title, description: description ?? lede, heading: heading ?? null, lede };
}

function record(kind: NonNullable<Page['record']>, description: (language: Language) => string, first: string[], path = `/${kind}`): Page {
  return {
    path: `${path}/{id}`,
    route: `${path}/[id]`,
    record: kind,
    head: each((language) => ({
      title: null,
      description: description(language),
      heading: null,
      lede: null,
    })),
    first,
    ...taken(`${path}/{id}`),
  };
}

export const SITE = each((language) => `${words(language, 'common').site.name} ${words(language, 'common').site.place}`);

/** What stands around every page, for the service that writes it without the page's code: words, links, and names of filters. */
export const FRAME = each((language) => {
  const { site, search, footer } = words(language, 'common');
  return {
    language: traitsOf(language).name,
    name: site.name,
    place: site.place,
    skip: site.skip,
    navigation: site.mainNavigation,
    search: search.everything,
    find: search.button,
    more: footer.more,
    about: footer.about,
    licence: footer.licence,
    header: headerLinks(words(language, 'common')),
    footer: footerLinks(words(language, 'common')),
    filters: words(language, 'commitments').facet,
    ignored: words(language, 'common').empty.ignored('{names}'),
    refused: words(language, 'common').error.refused('{value}', '{name}'),
    foreign: words(language, 'common').error.otherLanguage('{value}'),
    parameters: words(language, 'address').parameters,
    values: words(language, 'address').values,
    kinds: words(language, 'search').kinds,
  };
});

/** Title and description where there is no page. */
export const MISSING = each((language): Head => ({
  title: words(language, 'common').error.notFoundTitle,
  description: words(language, 'common').site.description,
  heading: null,
  lede: null,
}));

// The explorer as it opens.
const explorer = explorerView.parse(new URLSearchParams());

const api = (...paths: string[]) => paths.map((path) => `/api/v1${path}`);

export const PAGES: readonly Page[] = [
  page(
    '/',
    (language) => ({
      title: words(language, 'home').title,
      heading: words(language, 'home').headline,
      lede: words(language, 'common').site.sentence,
      description: words(language, 'common').site.description,
    }),
    api(
      '/measures',
      '/measures/participating_states/values',
      '/measures/finished/values',
      '/measures/early_results/values?by=plan&level=national',
      '/measures/coverage/values?level=national',
      '/stats/summary',
      '/states?limit=500',
    ),
  ),
  page('/states', of('states'), api('/states?limit=500', '/measures', '/measures/state_stage/values?by=state,stage')),
  record(
    'states',
    (language) => words(language, 'state-detail').shared('{name}'),
    api('/states/{id}', '/measures', '/commitments?state={id}&limit=500'),
  ),
  page('/plans', of('plans'), api('/plans?limit=500', '/states?limit=500', '/measures')),
  record('plans', (language) => words(language, 'plans').shared('{name}'), api('/plans/{id}', '/measures')),
  page(
    '/commitments',
    of('commitments'),
    api(`/commitments?sort=${order(explorer)?.join(',')}&fields=${LIST_FIELDS.join(',')}&limit=${rowsOf(explorer)}`),
  ),
  record('commitments', (language) => words(language, 'commitments').shared('{name}'), api('/commitments/{id}')),
  page('/dialogue', of('dialogue'), api('/states?limit=500')),
  record('proposals', (language) => words(language, 'dialogue').shared('{name}'), api('/dialogues/proposals/{id}'), '/dialogue/proposals'),
  page('/organizations', of('organizations'), api('/states?limit=500')),
  record('organizations', (language) => words(language, 'organizations').shared('{name}'), api('/organizations/{id}')),
  page('/metrics', of('metrics'), api('/metrics?limit=500')),
  page('/secretariats', of('secretariats'), api('/secretariats?limit=500', '/states?limit=500')),
  page('/compare', of('compare'), api('/states?limit=500', '/measures')),
  page('/themes', of('themes'), api('/measures', '/terms?limit=500')),
  page('/search', of('search')),
  page('/practices', of('practices'), api('/practices?limit=500')),
  {
    ...page('/coverage', of('coverage'), api('/stats/summary')),
    closing: each((language) => {
      const m = words(language, 'coverage');
      return [{ anchor: 'help', heading: m.helpTitle, paragraphs: m.help.map(({ title, text }) => `${title}. ${text}`) }];
    }),
  },
  page('/measures', of('measures'), api('/measures')),
  page('/changes', of('changes'), api('/changes?limit=50')),
  page('/timeline', of('timeline'), api('/stats/initiative?limit=500', '/timeline?limit=500')),
  page('/builder', of('builder'), api('/commitments?limit=20')),
  page('/about', of('about'), [], (language) => {
    const m = words(language, 'about');
    const { confidence } = words(language, 'common');
    return [
      {
        anchor: 'method',
        heading: m.methodTitle,
        paragraphs: [...m.principles.map(({ title, text }) => `${title}. ${text}`), m.methodText],
      },
      {
        anchor: 'confidence',
        heading: m.confidenceTitle,
        paragraphs: (['documented', 'presentation', 'inferred', 'disputed'] as const).map(
          (level) => `${confidence[level]}: ${confidence[`${level}Meaning`]}`,
        ),
      },
      { anchor: 'licences', heading: m.licencesTitle, paragraphs: m.licences.map(({ term, text }) => `${term}: ${text}`) },
      { anchor: 'api', heading: m.apiTitle, paragraphs: [m.apiText] },
    ];
  }),
  page('/api-docs', of('api-docs'), [], (language) => {
    const m = words(language, 'api-docs');
    return [{ anchor: 'rules', heading: m.rulesTitle, paragraphs: m.rules.map(({ term, text }) => `${term}. ${text}`) }];
  }),
  ...SLUGS.map((slug): Page => ({
    path: `/problems/${slug}`,
    route: '/problems/[slug]',
    head: each((language) => ({
      title: words(language, 'problems').of[slug].title,
      description: words(language, 'problems').of[slug].cause,
      heading: null,
      lede: null,
    })),
    text: each((language) => {
      const m = words(language, 'problems');
      return [
        { heading: m.cause, paragraphs: [m.of[slug].cause] },
        { heading: m.remedy, paragraphs: [m.of[slug].remedy] },
      ];
    }),
    first: [],
    ...taken(`/problems/${slug}`),
  })),
];
