import { MESSAGES as about } from '$lib/i18n/es/about';
import { MESSAGES as apiDocs } from '$lib/i18n/es/api-docs';
import { MESSAGES as changes } from '$lib/i18n/es/changes';
import { explorerView, LIST_FIELDS, order, rowsOf } from '$lib/records/filters';
import { MESSAGES as commitments } from '$lib/i18n/es/commitments';
import { MESSAGES as compare } from '$lib/i18n/es/compare';
import { sharePicture } from '$lib/components/share';
import { MESSAGES as coverage } from '$lib/i18n/es/coverage';
import { en } from '$lib/i18n/en/common';
import { es } from '$lib/i18n/es/common';
import { LANGUAGES, type Language } from '$lib/i18n/language';
import { MESSAGES as metrics } from '$lib/i18n/es/metrics';
import { MESSAGES as plans } from '$lib/i18n/es/plans';
import { MESSAGES as practices } from '$lib/i18n/es/practices';
import { PROBLEMS, SLUGS } from '$lib/i18n/es/problems';
import { MESSAGES as secretariats } from '$lib/i18n/es/secretariats';
import { MESSAGES as timeline } from '$lib/i18n/es/timeline';

// Read while building, never by a page: tools/pages.mjs writes it to pages.json, from which the service completes
// index.html for each address. What shows a link to its readers (chats, social networks) runs no script.

/** A page as its address alone describes it. */
export interface Page {
  /** Its address; `{id}` stands for the id of a record. */
  path: string;
  /** Where its code is: the folder in src/routes. */
  route: string;
  /** Kind of record that gives the page its title. */
  record?: 'states' | 'plans' | 'commitments';
  /** What a link to it shows, and the heading and the words under it that it begins with. A record gives its page title and heading. */
  head: Record<Language, Head>;
  /** What it asks of the API at once when its address has no query: the service has the browser ask while the code is on its way. */
  first: string[];
}

interface Head {
  title: string | null;
  /** Of a page about a record: for one that says nothing of itself. */
  description: string;
  /** null: the title. */
  heading: string | null;
  /** null: none that is known before the page is drawn. */
  lede: string | null;
  picture: string;
}

interface Words {
  title: string;
  lede: string;
  heading?: string;
  description?: string;
}

const words = { es, en };
const each = <T>(make: (language: Language) => T) => Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Record<Language, T>;

function page(path: string, messages: Record<Language, Words>, first: string[] = []): Page {
  return { path, route: path === '/' ? '/(home)' : path, head: each((language) => head(messages[language], path, language)), first };
}

function head({ title, lede, heading, description }: Words, path: string, language: Language): Head {
  return { title, description: description ?? lede, heading: heading ?? null, lede, picture: sharePicture(path, language) };
}

function record(kind: NonNullable<Page['record']>, description: (language: Language) => string, first: string[]): Page {
  return {
    path: `/${kind}/{id}`,
    route: `/${kind}/[id]`,
    record: kind,
    head: each((language) => ({ title: null, description: description(language), heading: null, lede: null, picture: sharePicture(`/${kind}`, language) })),
    first,
  };
}

export const SITE = each((language) => `${words[language].site.name} ${words[language].site.place}`);

/** Title and description where there is no page. */
export const MISSING = each((language): Head => ({
  title: words[language].error.notFoundTitle,
  description: words[language].site.description,
  heading: null,
  lede: null,
  picture: sharePicture('/', language),
}));

// The explorer as it opens.
const explorer = explorerView.parse(new URLSearchParams());

const api = (...paths: string[]) => paths.map((path) => `/api/v1${path}`);

export const PAGES: readonly Page[] = [
  page(
    '/',
    each((language) => ({ title: words[language].home.title, heading: words[language].home.headline, lede: words[language].site.sentence, description: words[language].site.description })),
    api('/stats/summary', '/stats/commitments?group_by=status', '/states?limit=500'),
  ),
  page('/states', each((language) => words[language].states), api('/states?limit=500', '/stats/commitments?group_by=state&has_indicators=true')),
  record('states', (language) => words[language].states.lede, api('/states/{id}', '/commitments?state={id}&has_indicators=true&limit=1', '/commitments?state={id}&limit=500')),
  page('/plans', plans, api('/plans?limit=500', '/states?limit=500')),
  record('plans', (language) => plans[language].lede, api('/plans/{id}')),
  page('/commitments', commitments, api(`/commitments?sort=${order(explorer)?.join(',')}&fields=${LIST_FIELDS.join(',')}&limit=${rowsOf(explorer)}`)),
  record('commitments', (language) => commitments[language].lede, api('/commitments/{id}')),
  page('/metrics', metrics, api('/metrics?limit=500')),
  page('/secretariats', secretariats, api('/secretariats?limit=500', '/states?limit=500')),
  page('/compare', compare, api('/states?limit=500')),
  page('/practices', practices, api('/practices?limit=500')),
  page('/coverage', coverage, api('/stats/summary')),
  page('/changes', changes, api('/changes?limit=50')),
  page('/timeline', timeline, api('/stats/initiative?limit=500', '/timeline?limit=500')),
  page('/about', about),
  page('/api-docs', apiDocs),
  ...SLUGS.map((slug): Page => ({
    path: `/problems/${slug}`,
    route: '/problems/[slug]',
    head: each((language) => ({ title: PROBLEMS[language][slug].title, description: PROBLEMS[language][slug].cause, heading: null, lede: null, picture: sharePicture('/', language) })),
    first: [],
  })),
];
