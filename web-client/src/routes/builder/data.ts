import { absolute, ApiError, ask } from '$lib/api/client';
import type { Measure } from '$lib/api/types';
import { askMeasure, type By, type Filters, loadCatalogue } from '$lib/measures/ask';
import { localized, textOf, type Bilingual } from '$lib/i18n/localized';
import type { Language } from '$lib/i18n/language';
import { pageOfRows } from '$lib/records/rows-page';
import { pageOf, query, widgetPath, type Asked, type Kind } from '$lib/widgets/widget';
import { builderView, takesFilters } from './view';

/** How many commitments a search offers; whoever misses theirs writes another word. */
const OFFERED = 20;

/** Something that a widget can be about. */
export interface Option {
  id: string;
  name: string;
}

export interface Options {
  items: Option[];
  total: number;
}

type Titled = { id: string } & Bilingual<'title'>;
const titled = (language: Language) => (record: Titled) => ({ id: record.id, name: textOf(record, 'title', language) || record.id });

/** What a kind of widget can be about: commitments by a search, everything of the short lists. */
export async function loadOptions(kind: Kind, q: string, language: Language, signal: AbortSignal): Promise<Options> {
  switch (kind) {
    case 'commitment':
    case 'story': {
      const query = { ...(q !== '' && { q }), limit: OFFERED };
      const { items, total } = await ask((api) => api.GET('/api/v1/commitments', { params: { query }, signal }));
      return { items: items.map((each) => ({ id: each.id, name: `${textOf(each, 'title', language) || each.id} (${each.id})` })), total };
    }
    case 'plan':
    case 'health': {
      const { items, total } = await ask((api) => api.GET('/api/v1/plans', { params: { query: { limit: 500 } }, signal }));
      return { items: items.map(titled(language)), total };
    }
    case 'secretariat': {
      const { items } = await ask((api) => api.GET('/api/v1/secretariats', { params: { query: { limit: 500 } }, signal }));
      return all(items.map((each) => ({ id: each.state_id, name: textOf(each, 'name', language) })));
    }
    case 'measure':
    case 'map':
    case 'compare':
      return all(
        [...(await loadCatalogue()).values()]
          .filter((measure) => kind === 'measure' || (measure.grouped_by.includes('state') && measure.levels.includes('local')))
          .map((measure) => ({ id: measure.key, name: textOf(measure, 'question', language) })),
      );
    default:
      return all(await loadStateOptions(language, signal));
  }
}

export async function loadStateOptions(language: Language, signal: AbortSignal): Promise<Option[]> {
  const { items } = await ask((api) => api.GET('/api/v1/states', { params: { query: { limit: 500 } }, signal }));
  return items.map((each) => ({ id: each.id, name: textOf(each, 'name', language) }));
}

const all = (items: Option[]): Options => ({ items, total: items.length });

/** The groups of a measure under a key: what its rows can be narrowed to. Those without a name here are left out. */
export async function loadValues(
  measure: Measure,
  key: By,
  language: Language,
  signal: AbortSignal,
  filters: Filters = {},
): Promise<Option[]> {
  const { rows } = await askMeasure(measure.key, [key], filters, signal);
  const options = rows.flatMap((row) => {
    const value = (row as unknown as Record<string, unknown>)[key];
    return typeof value === 'string' || typeof value === 'number'
      ? [{ id: String(value), name: localized(row, 'label', language)?.text ?? String(value) }]
      : [];
  });
  return [...new Map(options.map((option) => [option.id, option])).values()];
}

/** Where a measure that needs filters has its numbers: of each state, or of the whole country where nothing asks for states. */
export const scopeOf = (kind: Kind, by: readonly string[]): Filters => ({
  scope: kind !== 'measure' || by.includes('state') ? ['state'] : ['national'],
});

/**
 * What a widget of a measure lacks, filled in with what has most numbers and is newest among these; nothing where it lacks none. A measure
 * that needs a place as well gets the country.
 */
export async function loadNeeded(
  { kind, ref, by }: { kind: Kind; ref: string; by: readonly string[] },
  filters: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Record<string, string>> {
  if ((kind !== 'measure' && kind !== 'map' && kind !== 'compare') || ref === '') return {};
  const measure = (await loadCatalogue()).get(ref);
  const needs = measure?.needs ?? [];
  const lacking = needs.filter((name) => filters[name] === undefined && !by.includes(name));
  const scope: Record<string, string> =
    needs.length > 0 && kind === 'measure' && ![...by, ...Object.keys(filters)].some((name) => name === 'scope' || name === 'state')
      ? { scope: 'national' }
      : {};
  if (!measure || lacking.length === 0) return scope;
  const given = Object.fromEntries(Object.entries(filters).filter(([name]) => needs.includes(name)));
  const { rows } = await askMeasure(ref, lacking.slice(0, 2) as By[], { ...scopeOf(kind, by), ...given }, signal);
  const most = Math.max(0, ...rows.map(({ total }) => total ?? 0));
  const best = rows
    .filter(({ total }) => total === most)
    .map((row) => lacking.map((name) => String((row as unknown as Record<string, unknown>)[name])))
    .sort((a, b) => b.join().localeCompare(a.join()))
    .at(-1);
  return best ? { ...Object.fromEntries(lacking.map((name, i) => [name, best[i] ?? ''])), ...scope } : scope;
}

/** What the service says of a widget: what it is called for those who do not see it, and the page with all that it shows. */
export interface Told {
  title: string;
  page: string;
}

/** Asks the service for a widget; null where it does not show what is asked for. */
export async function loadTold(asked: Asked, language: Language, signal: AbortSignal): Promise<Told | null> {
  const address = await absolute(widgetPath({ ...asked, params: { lang: language, ...asked.params } }));
  const answer = await fetch(await absolute(`/oembed?url=${encodeURIComponent(address)}`), { signal }).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    throw new ApiError(null, address, { cause });
  });
  if (answer.status === 404 || answer.status === 400) return null;
  if (!answer.ok) throw new ApiError(null, address);
  const { title } = (await answer.json()) as { title: string };
  return { title, page: await loadPage(asked, signal) };
}

/** The page with all that a widget shows: of a figure that is narrowed that of its rows, where there is one. */
async function loadPage(asked: Asked, signal: AbortSignal): Promise<string> {
  const { by: _by, as_of: _day, ...given } = asked.params;
  const filters = Object.fromEntries(Object.entries(given).filter(([name]) => !builderView.names.includes(name)));
  if (asked.kind === 'compare' || !takesFilters(asked.kind) || Object.keys(filters).length === 0) return pageOf(asked);
  const { rows } = await askMeasure(asked.ref, [], filters, signal);
  const shown = rows[0]?.rows_url ? pageOfRows(rows[0].rows_url) : null;
  return shown ? `${shown.path}${query(shown.query) && `?${query(shown.query)}`}${shown.hash && `#${shown.hash}`}` : pageOf(asked);
}
