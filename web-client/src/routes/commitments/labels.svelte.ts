import { resource } from '$lib/api/resource.svelte';
import { i18n, wordsOf } from '$lib/i18n/index.svelte';
import { municipalityName, planKind, shortPlan } from '$lib/records/plan-names';
import { usePlans } from '$lib/records/plans.svelte';
import { useStates } from '$lib/records/names.svelte';
import { nameFilters } from '$lib/url/named';
import { narrowedTitle } from '$lib/url/narrowed';
import type { Choice } from '$lib/url/view';
import { unnamed } from '$lib/vocabulary/pending';
import { vocabulary } from '$lib/vocabulary/terms.svelte';
import { loadOrganization, loadOrganizations } from './data';
import { type Active, DATES, type Explorer, isAbsence, values, type FilterName } from '$lib/records/filters';

const VOCABULARY: Partial<Record<FilterName, string>> = {
  status: 'implementation_status',
  kind: 'commitment_kind',
  scope: 'plan_scope',
};
const YES_NO: ReadonlySet<FilterName> = new Set<FilterName>([
  'has_evidence',
  'has_indicators',
  'verifiable',
  'relevant',
  'in_stated_total',
  'overdue',
  'has_secretariat',
]);

/** What has no state is national: there the absence is known, not a gap in the data. */
export function isNational(name: FilterName, code: string): boolean {
  return code === 'no_data' && (name === 'state' || name === 'scope' || name === 'has_secretariat');
}

/** A value as the data writes it: the API takes it in any case. */
function asCode(name: FilterName, given: string): string {
  if (name === 'q' || DATES.has(name)) return given;
  return name === 'state' || name === 'plan' ? (given.toLowerCase() === 'no_data' ? 'no_data' : given.toUpperCase()) : given.toLowerCase();
}

/** Words for the values of filters: names for ids, labels for codes. Call it while a component is set up. */
export function useLabels(organizations: () => string) {
  const states = useStates();
  const plans = usePlans();
  const known = resource(loadOrganizations);
  const named = resource(async (signal) => {
    const ids = values(organizations());
    return new Map(await Promise.all(ids.map(async (id) => [id, await loadOrganization(id, signal).catch(() => id)] as const)));
  });

  function plan(id: string): string {
    const record = plans.of(id);
    return record ? shortPlan(record, states.name, i18n.t.plan) : unnamed(id, plans.isAwaited);
  }

  return {
    plan,
    /** What a plan is and which, beside the name of its state. */
    planKind(id: string): string {
      const record = plans.of(id);
      return record ? planKind(record, i18n.t.plan) : plan(id);
    },
    /** Year in which a plan begins; null where that is not known, and until plans arrive. */
    year: (id: string): string | null => plans.of(id)?.start_date?.slice(0, 4) ?? null,
    /** What an organisation is called for short, and its name. */
    organization(id: string): { short: string; name: string } {
      const found = known.value?.get(id);
      const code = unnamed(id, known.loading && known.value === undefined);
      return { short: found?.acronym ?? found?.name ?? code, name: found?.name ?? code };
    },
    state: (id: string) => states.name(id),
    /** What the list is called that these narrow. */
    title(filters: readonly Active[]): string {
      const m = wordsOf('commitments');
      return narrowedTitle(filters, {
        title: m.title,
        nameOf: (name) => m.facet[name as FilterName],
        valueOf: (name, value) => this.value(name as FilterName, value),
        w: i18n.t.narrowed,
        f: i18n.f,
        themes: 'policy_area',
      });
    },
    /** The values of a filter with what people call them; undefined where they are not few and known. */
    choices(name: FilterName): Choice[] | undefined {
      if (name === 'state') {
        return states.ids.map((id) => ({ code: id, words: [states.name(id)] }));
      }
      const terms = vocabulary(VOCABULARY[name] ?? name).all.map((term) => ({
        code: term.code,
        words: [term.label_es, term.label_en, ...term.synonyms_es, ...term.synonyms_en],
      }));
      return terms.length > 0 ? terms : undefined;
    },
    /** What is on record of the filters that take any number, while an address gives such a one; undefined of each until it is known. */
    onRecord(state: Explorer, found: number | undefined): Partial<Record<FilterName, Choice[]>> {
      const given = (name: 'year' | 'municipality') => values(state[name]);
      const of = (name: 'year' | 'municipality', known: readonly Choice[]): Choice[] | undefined =>
        known.length > 0 && given(name).some((value) => /^!?\d+$/.test(value))
          ? [
              ...known,
              ...given(name).flatMap((value) => (/^!?\d+$/.test(value) && !value.startsWith('!') ? [] : [{ code: value, words: [] }])),
            ]
          : undefined;
      const years = plans.all.flatMap(({ start_date: start }) => start?.slice(0, 4) ?? []);
      const year = of(
        'year',
        [...new Set(years)].map((code) => ({ code, words: [] })),
      );
      // One without a name can still be on record: of that something is found.
      const municipality = found === 0 ? of('municipality', this.choices('municipality') ?? []) : undefined;
      return { ...(year ? { year } : {}), ...(municipality ? { municipality } : {}) };
    },
    value(name: FilterName, given: string): string {
      const m = wordsOf('commitments');
      if (name !== 'q' && given.startsWith('!')) return i18n.t.narrowed.except(this.value(name, given.slice(1)));
      const code = asCode(name, given);
      if (name === 'q') return code;
      if (code === 'no_data') return isNational(name, code) ? m.national : i18n.t.common.noData;
      if (name === 'sdg') return `${code}. ${vocabulary('sdg').label(code)}`;
      if (name === 'state') return states.name(code);
      if (name === 'year') return code;
      if (name === 'municipality') return municipalityName(code, i18n.t.plan);
      if (name === 'plan') return plan(code);
      if (name === 'organization') return known.value?.get(code)?.name ?? named.value?.get(code) ?? unnamed(code, named.loading);
      if (isAbsence(name, code)) return i18n.t.common.noData;
      if (YES_NO.has(name)) return code === 'true' ? i18n.t.common.yes : i18n.t.common.no;
      if (DATES.has(name)) return i18n.f.date(code, 'day');
      return vocabulary(VOCABULARY[name] ?? name).label(code);
    },
  };
}
export type Labels = ReturnType<typeof useLabels>;

/** What is said of the address calls filters and values as their controls do. */
export function nameFacets(labels: Labels): void {
  const isFilter = (name: string): name is FilterName => name in wordsOf('commitments').facet;
  nameFilters({
    name: (parameter) => {
      const m = wordsOf('commitments');
      return isFilter(parameter) ? m.facet[parameter] : parameter === 'sort' ? m.sortBy : undefined;
    },
    value: (parameter, value) => (isFilter(parameter) ? labels.value(parameter, value) : value),
    choices: (parameter) => (isFilter(parameter) ? labels.choices(parameter) : undefined),
  });
}
