import type { Measure } from '$lib/api/types';
import { askMeasure, askMeasures, loadCatalogue } from '$lib/measures/ask';
import type { Asked, Filters } from '$lib/measures/ask';

export interface Group {
  key: string;
  question_es: string;
  question_en: string;
  measures: Measure[];
}

/** The measures by the question that they answer together, in the order of the catalogue. */
export function grouped(measures: Iterable<Measure>): Group[] {
  const groups = new Map<string, Group>();
  for (const measure of measures) {
    const { group: key, group_es: question_es, group_en: question_en } = measure;
    const group = groups.get(key) ?? { key, question_es, question_en, measures: [] };
    group.measures.push(measure);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** National and local plans together are no whole that anybody states: the share is that of the national plans. */
const OF: Readonly<Record<string, Filters>> = { coverage: { level: ['national'] } };

/** The two numbers that the share of the national plans is made of. */
export const loadShare = (signal: AbortSignal) =>
  askMeasures(['commitments_stated', 'commitments_documented'], [], { level: ['national'] }, signal);

/** What each measure comes to today, of everything that it counts. */
export async function loadValues(signal: AbortSignal): Promise<ReadonlyMap<string, Asked>> {
  const keys = [...(await loadCatalogue()).keys()];
  const asked = await Promise.all(keys.map((key) => askMeasure(key, [], OF[key] ?? {}, signal)));
  return new Map(asked.map((each) => [each.measure.key, each]));
}
