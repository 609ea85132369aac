/** What the dashboard asks the service about a figure: its definition, and its numbers. Nothing is defined here. */
import { apiPath, ask } from '$lib/api/client';
import { once } from '$lib/api/once';
import type { paths } from '$lib/api/schema';
import type { Measure, MeasureRow } from '$lib/api/types';

type Question = NonNullable<paths['/api/v1/measures/{key}/values']['get']['parameters']['query']>;
export type By = NonNullable<Question['by']>[number];
/** Filters of the rows that a measure counts: those of their list. */
export type Filters = Omit<Question, 'by' | 'bom'>;

/** A measure with the numbers that were asked for. */
export interface Asked {
  measure: Measure;
  rows: readonly MeasureRow[];
  by: readonly By[];
  filters: Filters;
  /** Address of the numbers on the API; in CSV it is the same with its suffix. */
  path: string;
}

let catalogue: Promise<ReadonlyMap<string, Measure>> | undefined;

/** Every measure by its key, in the order of the catalogue; asked for once a visit. */
export function loadCatalogue(): Promise<ReadonlyMap<string, Measure>> {
  // One page must not take the answer from another by leaving, hence no signal; a failure is not remembered.
  catalogue ??= ask((api) => api.GET('/api/v1/measures')).then(
    ({ items }) => new Map(items.map((measure) => [measure.key, measure])),
    (cause: unknown) => {
      catalogue = undefined;
      throw cause;
    },
  );
  return catalogue;
}

/** The catalogue is asked for anew, as a new visit does. */
export function forgetCatalogue(): void {
  catalogue = undefined;
}

/** The address of a measure's numbers: `/api/v1/measures/early_results/values?by=plan&level=national`. */
export function valuesPath(key: string, by: readonly By[], filters: Filters): string {
  const given = Object.entries(filters).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value] as const);
  const query = Object.fromEntries(given.filter(([, value]) => value !== undefined && value !== '')) as Record<string, string>;
  return apiPath(`/measures/${key}/values`, { ...(by.length > 0 && { by: by.join(',') }), ...query });
}

/** The numbers of a measure; whoever asks the same on the same page has the same answer. */
export async function askMeasure(key: string, by: readonly By[], filters: Filters, signal: AbortSignal): Promise<Asked> {
  const path = valuesPath(key, by, filters);
  const query = { ...(by.length > 0 && { by: [...by] }), ...filters };
  const load = (signal: AbortSignal) =>
    ask((api) => api.GET('/api/v1/measures/{key}/values', { params: { path: { key }, query }, signal }));
  const [all, values] = await Promise.all([loadCatalogue(), once(path, load, signal)]);
  const measure = all.get(key);
  if (!measure) throw new Error(`The catalogue has no measure "${key}".`);
  return { measure, rows: values.items, by, filters, path };
}

/** Several measures with the same question, by their keys. */
export async function askMeasures<K extends string>(
  keys: readonly K[],
  by: readonly By[],
  filters: Filters,
  signal: AbortSignal,
): Promise<Record<K, Asked>> {
  const asked = await Promise.all(keys.map((key) => askMeasure(key, by, filters, signal)));
  return Object.fromEntries(keys.map((key, i) => [key, asked[i]])) as Record<K, Asked>;
}
