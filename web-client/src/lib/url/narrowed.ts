/** What a page is called that its address narrows: one sentence, which the service says in the same words (`PageFilters.cs`). Pure. */
import type { Format } from '$lib/format/format';
import { midSentence } from '$lib/i18n/sentence';
import type { Words } from '$lib/i18n/words';

export interface Narrowing {
  name: string;
  /** One of its values. */
  value: string;
}

/** Filters whose values say by themselves what they are. */
const PLAIN: ReadonlySet<string> = new Set(['state', 'plan', 'organization', 'record', 'list']);

/** Longer words of a filter are cut in a heading; its control has them whole. */
const LONGEST = 60;
/** Filters, and values of a filter, that a heading names; of more it says how many. */
const MOST = 5;

/** A text short enough for a heading. */
export function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()}…`;
}

/** A label that can be a name itself (Objetivo de Desarrollo Sostenible) keeps its capitals. */
const within = (label: string) => (/\s\p{Lu}\p{Ll}/u.test(label) ? label : midSentence(label));

export interface Narrowed {
  /** What the page is called when nothing narrows it. */
  title: string;
  nameOf: (name: string) => string | undefined;
  valueOf: (name: string, value: string) => string;
  w: Words['common']['narrowed'];
  f: Pick<Format, 'either'>;
  /** The filter of what the page is about, which stands right behind its title. */
  themes?: string;
}

export function narrowedTitle(filters: readonly Narrowing[], { title, nameOf, valueOf, w, f, themes }: Narrowed): string {
  const few = (all: string[]) => (all.length <= MOST ? all : [...all.slice(0, MOST), w.more(all.length - MOST)]);
  const any = (name: string, all: string[]) => f.either(few(all.map((value) => cut(valueOf(name, value)))));
  const isTheme = ({ name, value }: Narrowing) => name === themes && value !== 'no_data';
  const about = filters.filter(isTheme).map(({ value }) => value);
  const others = new Map<string, string[]>();
  for (const { name, value } of filters.filter((one) => !isTheme(one))) others.set(name, [...(others.get(name) ?? []), value]);
  const said = [...others].map(([name, all]) => {
    if (name === 'q') return w.quoted(cut(all[0] ?? ''));
    return PLAIN.has(name) ? any(name, all) : w.valued(within(nameOf(name) ?? name), any(name, all));
  });
  const start = about.length > 0 ? w.about(title, any(themes ?? '', about)) : title;
  if (said.length === 0) return start;
  // One colon is enough: what has its own comes behind a comma.
  return `${start}${about.length > 0 || /[:?]/.test(said[0] ?? '') ? ', ' : ': '}${few(said).join('; ')}`;
}
