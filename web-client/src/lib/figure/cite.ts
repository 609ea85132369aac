import type { Source } from '$lib/api/types';
import type { Language } from '$lib/i18n/language';
import { sourceTitle } from '$lib/i18n/localized';
import { ordered } from '$lib/records/sources';

/** The address of data as it was on a day: what is cited has to be found again. */
export function asOf(address: string, day: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}as_of=${day}`;
}

/** Each of the addresses of a figure as it was on a day; undefined where it has none. */
export function allAsOf(addresses: readonly string[], day: string): string | undefined {
  return addresses.length === 0 ? undefined : addresses.map((address) => asOf(address, day)).join(' ');
}

export interface CitationParts {
  question: string;
  site: string;
  /** The day in the reader's language. */
  day: string;
  figure: string;
  /** Undefined for a figure without an address on the API. */
  data: string | undefined;
  /** Who publishes the data, the first of them. */
  publishers: string[];
  /** Whether there are others. */
  others: boolean;
  /** Who runs the site; undefined where its settings do not say. */
  operator?: string | undefined;
  sources: string[];
  /** Sources beyond those named. */
  more: number;
  /** Where the sources are, of a figure that has none of its own: with each of its records. */
  basis?: string | undefined;
}

/** A question as it is cited: with what its page is about, which the question itself need not say (a selection, a state, a plan). */
export function citedAs(question: string, page: string): string {
  return page === '' || question.includes(page) ? question : `${question} (${page})`;
}

/** More names than this make a citation that no one pastes; all of them stand under the figure. */
const NAMED = 5;

function distinct(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((source) => [source.id, source])).values()];
}

const unended = (text: string) => text.replace(/\.$/, '');

/** Who publishes the strongest two of the data, and whether there are others; a work of reference gives no more than codes (`SourceOrder.cs`). */
export function publishersOf(sources: readonly Source[], stated = false): { publishers: string[]; others: boolean } {
  const all = [
    ...new Set(ordered(sources, stated).flatMap(({ publisher, kind }) => (publisher && kind !== 'reference' ? [publisher] : []))),
  ];
  return { publishers: all.slice(0, 2), others: all.length > 2 };
}

/** The same, each with what kind of source it publishes; of the Open Government Partnership its name says it. */
export function publishedBy(
  sources: readonly Source[],
  kindOf: (kind: string) => string,
  stated = false,
): { publishers: string[]; others: boolean } {
  const { publishers, others } = publishersOf(sources, stated);
  const kind = (name: string) => ordered(sources, stated).find(({ publisher, kind: of }) => publisher === name && of !== 'reference')?.kind;
  return {
    publishers: publishers.map((name) => {
      const of = kind(name);
      return of && of !== 'ogp' ? `${name} (${kindOf(of)})` : name;
    }),
    others,
  };
}

export function namedSources(sources: readonly Source[], language: Language, stated = false): { sources: string[]; more: number } {
  const titles = ordered(sources, stated).map((source) => unended(sourceTitle(source, language).text));
  return { sources: titles.slice(0, NAMED), more: Math.max(0, titles.length - NAMED) };
}

/** Those who publish the sources, each with how many; a source of no publisher stands by its title. The one with most comes first. */
export function byPublisher(sources: readonly Source[], language: Language): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const source of distinct(sources)) {
    const name = unended(source.publisher ?? sourceTitle(source, language).text);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
}

/**
 * Sources as a picture or a sheet of paper credits them, where nothing can be followed: each with title, publisher and address. Of
 * more than can be listed all who publish them are named, in one line.
 */
export function credited(
  sources: readonly Source[],
  language: Language,
  grouped: (by: { name: string; count: number }[]) => string,
): string[] {
  const all = distinct(sources);
  if (all.length > NAMED) return [grouped(byPublisher(all, language))];
  return all.map((source) => {
    const title = unended(sourceTitle(source, language).text);
    const publisher = source.publisher && !title.includes(source.publisher) ? [unended(source.publisher)] : [];
    const address = source.original_url ?? source.url;
    return [title, ...publisher, ...(address ? [address] : [])].join('. ');
  });
}
