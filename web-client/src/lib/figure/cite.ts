import type { Source } from '$lib/api/types';

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
  sources: string[];
  /** Sources beyond those named. */
  more: number;
}

/** More names than this make a citation that no one pastes; all of them stand under the figure. */
const NAMED = 5;

export function namedSources(sources: readonly Source[]): { sources: string[]; more: number } {
  const titles = [...new Map(sources.map(({ id, title }) => [id, title.replace(/\.$/, '')])).values()];
  return { sources: titles.slice(0, NAMED), more: Math.max(0, titles.length - NAMED) };
}
