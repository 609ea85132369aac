import type { Words } from '$lib/i18n/words';
import type { Active, FilterName } from '$lib/records/filters';

/** Filters whose values say by themselves what they are. */
const PLAIN: ReadonlySet<FilterName> = new Set<FilterName>(['state', 'plan', 'year', 'organization']);

/** What the page is about when it is narrowed: its themes first, then the other filters as their chips have them. */
export function titleOf(
  filters: readonly Active[],
  valueOf: (name: FilterName, value: string) => string,
  m: Words['commitments'],
  list: (items: string[]) => string,
): string {
  if (filters.length === 0) return m.title;
  const isTheme = ({ name, value }: Active) => name === 'policy_area' && value !== 'no_data';
  const named = ({ name, value }: Active) => {
    if (name === 'q') return m.quoted(value);
    return PLAIN.has(name) ? valueOf(name, value) : m.valued(m.facet[name], valueOf(name, value));
  };
  const others = filters.filter((filter) => !isTheme(filter)).map(named);
  return m.titleOf(list(filters.filter(isTheme).map(({ name, value }) => valueOf(name, value))), others.join(', '));
}
