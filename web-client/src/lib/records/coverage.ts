import { textOf } from '$lib/i18n/localized';
import type { SummaryFigure } from '$lib/api/types';
import type { Language } from '$lib/i18n/language';
import type { Filters } from '$lib/measures/ask';

/** A headline figure as two numbers; the gap between them is the coverage. */
export interface Coverage {
  key: string;
  label: string;
  stated: number | null;
  atLeast: boolean;
  documented: number | null;
  /** How many of those stated have no record here. */
  missing: number | null;
  /** Documented of stated, of 1; null where either is unknown. Can exceed 1 when more was found than is stated. */
  share: number | null;
  /** The measure whose number `documented` is, and the filters of its rows. */
  measure: string | null;
  filters: Filters;
  rowsUrl: string | null;
}

export function coverageOf(figure: SummaryFigure, language: Language): Coverage {
  const { key, stated, documented, missing, coverage_percent, measure, values_url } = figure;
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
  };
}

/** Least documented first; what cannot be compared last. */
export function byGap(figures: readonly Coverage[]): Coverage[] {
  return [...figures].sort((a, b) => (a.share ?? Infinity) - (b.share ?? Infinity));
}
