import { localized, type LocalizedText, textOf, type Bilingual } from '$lib/i18n/localized';
import type { SummaryFigure } from '$lib/api/types';
import type { Language } from '$lib/i18n/language';
import { askMeasures, type Asked, type Filters } from '$lib/measures/ask';
import { coded, countedOf } from '$lib/measures/rows';

/** A headline figure as two numbers; the gap between them is the coverage. */
export interface Coverage {
  key: string;
  label: string;
  stated: number | null;
  atLeast: boolean;
  documented: number | null;
  /** How many of those stated have no record here. */
  missing: number | null;
  /** Documented of stated, of 1; null where either is unknown, and where the one is not known to be a part of the other. */
  share: number | null;
  /** The measure whose number `documented` is, and the filters of its rows. */
  measure: string | null;
  filters: Filters;
  rowsUrl: string | null;
  /** What has to be known of the two numbers. */
  note: LocalizedText | null;
}

export function coverageOf(figure: SummaryFigure, language: Language): Coverage {
  const { key, stated, documented, among_stated, measure, values_url } = figure;
  const isPart = among_stated === true;
  const missing = isPart ? figure.missing : null;
  const coverage_percent = isPart ? figure.coverage_percent : null;
  return {
    key,
    label: textOf(figure, 'label', language),
    stated,
    atLeast: figure.stated_qualifier === 'at_least',
    documented,
    missing,
    share: coverage_percent === null ? null : coverage_percent / 100,
    measure,
    filters: values_url === null ? {} : Object.fromEntries(new URL(values_url).searchParams),
    rowsUrl: figure.rows_url,
    note: localized(figure, 'note', language),
  };
}

/** Least documented first; what cannot be compared last. */
export function byGap(figures: readonly Coverage[]): Coverage[] {
  return [...figures].sort((a, b) => (a.share ?? Infinity) - (b.share ?? Infinity));
}

/** What national plans state and what of them has records here: by plan, and of all of them. */
export interface NationalCoverage {
  stated: Asked;
  documented: Asked;
  covered: Asked;
  allStated: Asked;
  allDocumented: Asked;
  allCovered: Asked;
}

export async function loadNationalCoverage(signal: AbortSignal): Promise<NationalCoverage> {
  const keys = ['commitments_stated', 'commitments_documented', 'coverage'] as const;
  const level = { level: ['national' as const] };
  const [each, all] = await Promise.all([askMeasures(keys, ['plan'], level, signal), askMeasures(keys, [], level, signal)]);
  return {
    stated: each.commitments_stated,
    documented: each.commitments_documented,
    covered: each.coverage,
    allStated: all.commitments_stated,
    allDocumented: all.commitments_documented,
    allCovered: all.coverage,
  };
}

/** Each plan of which it is on record how many commitments it states. */
export function coverageOfPlans({ stated, documented, covered }: NationalCoverage, language: Language): Coverage[] {
  return stated.rows.flatMap((row) => {
    const { plan } = row;
    if (typeof plan !== 'string' || row.said_by !== null) return [];
    const has = countedOf(documented, { plan }).value ?? null;
    const share = coded(covered, { plan })?.value ?? null;
    return [
      {
        key: plan,
        label: textOf(row as Bilingual<'label'>, 'label', language) || plan,
        stated: row.value,
        atLeast: false,
        documented: has,
        missing: row.value === null || has === null ? null : Math.max(0, row.value - has),
        share: share === null ? null : share / 100,
        measure: documented.measure.key,
        filters: { ...documented.filters, plan: [plan] },
        rowsUrl: coded(documented, { plan })?.rows_url ?? null,
        note: null,
      },
    ];
  });
}
