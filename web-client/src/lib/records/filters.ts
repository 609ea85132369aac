/**
 * The filters of the explorer: what the address holds, and the same as a query of the API. A facet is counted
 * with all the other filters applied, so that a count says what choosing it would give.
 */
import { AMBITIONS } from '$lib/vocabulary/ambition';
import type { paths } from '$lib/api/schema';
import { count, defineView, filter, list, oneOf, sort, text, type ViewState } from '$lib/url/view';

export type Query = NonNullable<paths['/api/v1/commitments']['get']['parameters']['query']>;

/** Filters on offer beside the list, in their order. */
export const FACETS = [
  'status',
  'completion',
  'early_results',
  'ambition',
  'level',
  'state',
  'plan',
  'year',
  'policy_area',
  'organization',
  'ogp_value',
  'sdg',
  'sector',
  'has_secretariat',
  'overdue',
  'has_evidence',
  'has_indicators',
  'kind',
  'confidence',
] as const;
export type Facet = (typeof FACETS)[number];

/** What the API cannot group by is counted one value at a time. */
export const ONE_BY_ONE = {
  ambition: AMBITIONS,
  has_secretariat: ['true', 'false', 'no_data'],
  overdue: ['true', 'false', 'no_data'],
  has_evidence: ['true', 'false'],
  has_indicators: ['true', 'false'],
  kind: ['commitment', 'proactive'],
  confidence: ['documented', 'inferred', 'presentation', 'disputed'],
} as const satisfies Partial<Record<Facet, readonly string[]>>;
/** What is counted from the rows themselves: there are too many organisations to ask for one by one. */
export const FROM_ROWS = 'organization';
export type Grouped = Exclude<Facet, keyof typeof ONE_BY_ONE | typeof FROM_ROWS>;

/** Flags of what is on record here: their `false` is that nothing is, and never that there is none. */
const ON_RECORD: ReadonlySet<string> = new Set<FilterName>(['has_evidence', 'has_indicators', 'has_secretariat']);

/** Whether a value of a filter asks for what has no record here. */
export function isAbsence(name: FilterName, code: string): boolean {
  return code === 'false' && ON_RECORD.has(name);
}

export function isGrouped(facet: Facet): facet is Grouped {
  return !(facet in ONE_BY_ONE) && facet !== FROM_ROWS;
}

/**
 * Filters that come from links of other pages or from the API. They have no control of their own but they hold,
 * and are shown: a filter that is dropped in silence makes a wrong list.
 */
export const LINKED = [
  'scope',
  'municipality',
  'verifiable',
  'relevant',
  'in_stated_total',
  'due_from',
  'due_to',
  'start_from',
  'start_to',
  'evidence_since',
  'evidence_until',
  'evidence_in_six_months_to',
  'updated_since',
] as const;
export type Linked = (typeof LINKED)[number];
/** What the API takes that narrows nothing: how the answer is written, and of what day. */
export const UNFILTERING = [
  'sort',
  'fields',
  'include',
  'facets',
  'limit',
  'cursor',
  'bom',
  'as_of',
] as const satisfies readonly (keyof Query)[];
/** Known records, by their ids: for programs, which no reader writes. */
export const FOR_PROGRAMS = ['id'] as const satisfies readonly (keyof Query)[];
/** Every other filter of the API. One that it has and that is not above is an error where words are given for each name. */
export type FilterName = Exclude<keyof Query, (typeof UNFILTERING)[number] | (typeof FOR_PROGRAMS)[number]>;

/** Filters by a day or an instant. */
export const DATES: ReadonlySet<FilterName> = new Set<FilterName>([
  'due_from',
  'due_to',
  'start_from',
  'start_to',
  'evidence_since',
  'evidence_until',
  'evidence_in_six_months_to',
  'updated_since',
]);
const SINGLE: ReadonlySet<FilterName> = new Set<FilterName>(['q', ...DATES]);

/** Columns by which the API can sort. */
export const SORTS = ['plan_id', 'title_es', 'title_en', 'status', 'completion', 'early_results', 'due_date'] as const;
export type SortKey = (typeof SORTS)[number];

const texts = <K extends FilterName>(names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, filter(SINGLE.has(name) ? text() : list())])) as Record<K, ReturnType<typeof text>>;

export const explorerView = defineView({
  q: filter(text()),
  ...texts(FACETS),
  ...texts(LINKED),
  sort: sort(SORTS, { key: 'plan_id', descending: false }),
  rows: count(),
  outcome: oneOf(['chart', 'table'], 'chart'),
});
export type Explorer = ViewState<typeof explorerView>;

/** What a row of the list shows; the texts of a commitment are many times as long. */
export const LIST_FIELDS: NonNullable<Query['fields']> = [
  'id',
  'plan_id',
  'state_id',
  'number',
  'title_es',
  'title_en',
  'status',
  'completion',
  'early_results',
  'due_date',
  'due_date_precision',
  'theme_es',
  'theme_en',
  'policy_areas',
  'lead_organizations',
];

/** Rows that a page of the list has, and the most that are drawn: more than that is read in a spreadsheet, not on a screen. */
export const PAGE = 50;
export const MOST = 500;

/** How many rows the address asks for, in whole pages. */
export function rowsOf({ rows }: Explorer): number {
  const asked = Number(rows);
  return Number.isFinite(asked) ? Math.min(MOST, Math.max(PAGE, Math.ceil(asked / PAGE) * PAGE)) : PAGE;
}

export interface Active {
  name: FilterName;
  /** One of the values that the filter has; the whole text for those with a single value. */
  value: string;
}

/** Every filter in the order of the controls. */
export const NAMES: readonly FilterName[] = ['q', ...FACETS, ...LINKED];

/** Every value that narrows the list, one by one, in that order. */
export function active(state: Explorer): Active[] {
  return NAMES.flatMap((name) =>
    state[name] === '' ? [] : (SINGLE.has(name) ? [state[name]] : values(state[name])).map((value) => ({ name, value })),
  );
}

export function isNarrowed(state: Explorer): boolean {
  return active(state).length > 0;
}

export function values(joined: string): string[] {
  return [...new Set(joined.split(',').filter((value) => value !== ''))];
}

/** The same filter with one value more, or less where it had it. */
export function toggled(joined: string, value: string): string {
  const chosen = values(joined);
  return (chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]).join(',');
}

/** What to change in the view to let go of one value. */
export function removed(state: Explorer, { name, value }: Active): Partial<Explorer> {
  return { [name]: SINGLE.has(name) ? '' : toggled(state[name], value) } as Partial<Explorer>;
}

/** The filters as parameters of the API; those left empty are left out. `without` leaves one open. */
export function parameters(state: Explorer, without?: FilterName): Record<string, string> {
  const { sort, rows, outcome, ...narrowing } = state;
  return Object.fromEntries(Object.entries(narrowing).filter(([name, value]) => value !== '' && name !== without));
}

/** The same as the typed client takes it: codes are checked by the API, which names what it does not know. */
export function query(state: Explorer, without?: FilterName): Query {
  return Object.fromEntries(
    Object.entries(parameters(state, without)).map(([name, value]) => [name, SINGLE.has(name as FilterName) ? value : values(value)]),
  ) as Query;
}

export function order({ sort: { key, descending } }: Explorer): Query['sort'] {
  return [(descending ? '-' : '') + key];
}

export interface Choice {
  /** Code of the API; `no_data` where nothing is known. */
  code: string;
  count: number;
}

/** Groups of /stats/commitments as choices, the most frequent first, what is unknown last. */
export function choices(groups: readonly ({ count: number } & Record<string, unknown>)[], facet: Facet): Choice[] {
  return groups
    .map((group) => ({
      code: typeof group[facet] === 'string' || typeof group[facet] === 'number' ? String(group[facet]) : 'no_data',
      count: group.count,
    }))
    .sort((a, b) => Number(a.code === 'no_data') - Number(b.code === 'no_data') || b.count - a.count || a.code.localeCompare(b.code));
}

/** How many rows each organisation leads or supports, as choices. */
export function organizationsOf(rows: readonly { lead_organizations: string[]; supporting_organizations: string[] }[]): Choice[] {
  const counts = new Map<string, number>();
  for (const { lead_organizations: lead, supporting_organizations: supporting } of rows) {
    const all = new Set([...lead, ...supporting]);
    for (const id of all.size === 0 ? ['no_data'] : all) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return choices(
    [...counts].map(([organization, count]) => ({ organization, count })),
    'organization',
  );
}

/** What is chosen stays on offer when the other filters leave nothing of it; what the API refuses is none of its values. */
export function withChosen(known: readonly Choice[], joined: string, refused: readonly string[] = []): Choice[] {
  const isMissing = (code: string) => !refused.includes(code.toLowerCase()) && known.every((choice) => choice.code !== code);
  const missing = values(joined).filter(isMissing);
  const said = known.filter(({ code }) => code !== 'no_data');
  return [...said, ...missing.map((code) => ({ code, count: 0 })), ...known.filter(({ code }) => code === 'no_data')];
}
