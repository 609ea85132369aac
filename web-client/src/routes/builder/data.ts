import { ask } from '$lib/api/client';
import type { Measure } from '$lib/api/types';
import { askMeasure, type By, type Filters, loadCatalogue } from '$lib/measures/ask';
import { localized, textOf, type Bilingual } from '$lib/i18n/localized';
import type { Language } from '$lib/i18n/language';
import { RECORD_KINDS, type Asked, type Kind } from '$lib/widgets/widget';

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

/** What the widget is called, for those who do not see it; undefined until that is known. */
export async function loadTitle({ kind, ref }: Asked, language: Language, signal: AbortSignal): Promise<string | undefined> {
  if (ref === '') return undefined;
  if (kind === 'measure' || kind === 'map' || kind === 'compare') {
    const measure = (await loadCatalogue()).get(ref);
    return measure && textOf(measure, 'question', language);
  }
  if (kind === 'secretariat') {
    const found = await ask((api) => api.GET('/api/v1/secretariats/{stateCode}', { params: { path: { stateCode: ref } }, signal }));
    return textOf(found, 'name', language);
  }
  const table = kind in RECORD_KINDS ? RECORD_KINDS[kind as keyof typeof RECORD_KINDS] : 'states';
  if (table === 'states') {
    const found = await ask((api) => api.GET('/api/v1/states/{code}', { params: { path: { code: ref } }, signal }));
    return textOf(found, 'name', language);
  }
  const found =
    table === 'plans'
      ? await ask((api) => api.GET('/api/v1/plans/{id}', { params: { path: { id: ref } }, signal }))
      : await ask((api) => api.GET('/api/v1/commitments/{id}', { params: { path: { id: ref } }, signal }));
  return textOf(found, 'title', language) || ref;
}
