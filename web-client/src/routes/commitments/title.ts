import { refusedOf } from '$lib/api/failure';
import type { Problem } from '$lib/api/types';
import type { Words } from '$lib/i18n/words';
import type { Active, FilterName } from '$lib/records/filters';
import { queryFault } from '$lib/url/query';

/** Filters whose values say by themselves what they are. */
const PLAIN: ReadonlySet<FilterName> = new Set<FilterName>(['state', 'plan', 'year', 'organization']);

/** Longer words of a filter are cut in a heading; the chips have them whole. */
const LONGEST = 60;
/** Filters that a heading names; of more it says how many. */
const MOST = 5;

/** A text short enough for a heading. */
export function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()}…`;
}

/** What is refused is no filter, and stands in no title as if it were one. */
export function accepted(filters: readonly Active[], problem: Problem | null | undefined): Active[] {
  const refused = problem ? refusedOf(problem) : [];
  const isRefused = (one: Active) =>
    refused.some(({ name, value }) => name === one.name && value.toLowerCase() === one.value.toLowerCase());
  return filters.filter((one) => !isRefused(one) && !(one.name === 'q' && queryFault(one.value) !== undefined));
}

/** What the page is about when it is narrowed: its themes first, then the other filters as their chips have them. */
export function titleOf(
  filters: readonly Active[],
  valueOf: (name: FilterName, value: string) => string,
  m: Words['commitments'],
  list: (items: string[]) => string,
): string {
  if (filters.length === 0) return m.title;
  const isTheme = ({ name, value }: Active) => name === 'policy_area' && value !== 'no_data';
  // Of several values of one filter its name stands before the first.
  const named = ({ name, value }: Active, i: number, all: readonly Active[]) => {
    if (name === 'q') return m.quoted(cut(value));
    const label = cut(valueOf(name, value));
    return PLAIN.has(name) || all[i - 1]?.name === name ? label : m.valued(m.facet[name], label);
  };
  const short = (all: string[]) => (all.length <= MOST ? all : [...all.slice(0, MOST), `+${all.length - MOST}`]);
  const others = short(filters.filter((filter) => !isTheme(filter)).map(named));
  return m.titleOf(list(short(filters.filter(isTheme).map(({ name, value }) => cut(valueOf(name, value))))), others.join(', '));
}
