/** Two to five states side by side. Pure: which states an address asks for, what is told of each, where they differ. */
import type { MetricIndicator, MetricValue } from '$lib/api/types';

export const MOST = 5;

export interface Chosen<S> {
  states: S[];
  /** Codes of the address that are no state. */
  unknown: string[];
  /** States of the address that do not fit. */
  left: S[];
}

/** ISO codes in any case, or INEGI codes, as in the API; each state once. */
export function chosenStates<S extends { id: string; inegi_code: string }>(codes: readonly string[], all: readonly S[]): Chosen<S> {
  const chosen: Chosen<S> = { states: [], unknown: [], left: [] };
  for (const code of codes) {
    const wanted = code.trim().toUpperCase();
    const state = all.find(({ id, inegi_code }) => id === wanted || inegi_code === wanted);
    if (state === undefined) chosen.unknown.push(code);
    else if (chosen.states.includes(state) || chosen.left.includes(state)) continue;
    else if (chosen.states.length < MOST) chosen.states.push(state);
    else chosen.left.push(state);
  }
  return chosen;
}

/** States of the most similar population to those chosen, which are not among them. */
export function peers<S extends { id: string; population: number | null }>(chosen: readonly S[], all: readonly S[], count: number): S[] {
  const sizes = chosen.flatMap(({ population }) => (population === null ? [] : [population]));
  if (sizes.length === 0) return [];
  const distance = (population: number) => Math.min(...sizes.map((size) => Math.abs(Math.log(population / size))));
  return all
    .flatMap((state) =>
      state.population === null || chosen.some(({ id }) => id === state.id) ? [] : [{ state, far: distance(state.population) }],
    )
    .sort((a, b) => a.far - b.far)
    .slice(0, count)
    .map(({ state }) => state);
}

export interface MetricRow {
  edition: number;
  indicator: string;
  name_es: string;
  name_en: string;
  national: number | null;
  /** One for each chosen state, in their order; null without data, and where sources contradict it. */
  values: (number | null)[];
  /** Of which sources contradict it. */
  disputed: boolean[];
}

/** Every edition and indicator for which at least one of the states has a value, be it disputed; the newest edition first. */
export function metricRows(ids: readonly string[], indicators: readonly MetricIndicator[], values: readonly MetricValue[]): MetricRow[] {
  const editions = [...new Set(values.map(({ edition }) => edition))].sort((a, b) => b - a);
  return editions.flatMap((edition) =>
    indicators.flatMap(({ id, name_es, name_en }) => {
      const all = values.filter((value) => value.edition === edition && value.indicator === id);
      const own = all.filter(({ confidence }) => confidence !== 'disputed');
      const row = ids.map((state) => own.find(({ state_id }) => state_id === state)?.value ?? null);
      const disputed = ids.map((state, i) => row[i] === null && all.some(({ state_id }) => state_id === state));
      if (row.every((value) => value === null) && !disputed.includes(true)) return [];
      return [
        {
          edition,
          indicator: id,
          name_es,
          name_en,
          national: own.find(({ scope }) => scope === 'national')?.value ?? null,
          values: row,
          disputed,
        },
      ];
    }),
  );
}

/** Editions of the rows with how many of the states they cover, the fullest first. */
export function fullestEdition(rows: readonly MetricRow[]): number | undefined {
  const size = new Map<number, number>();
  for (const { edition, values } of rows) size.set(edition, (size.get(edition) ?? 0) + values.filter((value) => value !== null).length);
  return [...size].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0];
}

/** The distance from least to most; null where fewer than two are known. */
export function spread(values: readonly (number | null)[]): number | null {
  const known = values.flatMap((value) => (value === null ? [] : [value]));
  return known.length < 2 ? null : Math.max(...known) - Math.min(...known);
}

/** Whether at least two of them are known not to be the same: what is unknown is not a difference. */
export function differ(values: readonly (string | number | null)[]): boolean {
  return new Set(values.filter((value) => value !== null)).size > 1;
}

/** Those that have most of something; none where all have the same or fewer than two are known. */
export function leaders<T>(items: readonly T[], value: (item: T) => number | null): T[] {
  const known = items.flatMap((item) => {
    const each = value(item);
    return each === null ? [] : [{ item, each }];
  });
  const most = Math.max(...known.map(({ each }) => each));
  const top = known.filter(({ each }) => each === most);
  return known.length < 2 || top.length === known.length ? [] : top.map(({ item }) => item);
}
