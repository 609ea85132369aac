import type { Precision } from '$lib/api/types';
import { traitsOf, type Language } from '$lib/i18n/language';

/** Numbers and dates as the reader's language writes them. Unknown values are the caller's to show as "no data". */
export interface Format {
  integer(value: number): string;
  /** A metric value on its 0 to 1 scale: two decimals, as it is published. */
  index(value: number): string;
  /** The same with a third decimal where there is one: 0.385 must not be read as 0.39. */
  exactIndex(value: number): string;
  decimal(value: number): string;
  /** From a share of 1: `percent(0.481)` is 48 %. */
  percent(share: number): string;
  /** To the tenth that the API gives: `tenths(0.481)` is 48.1 %. */
  tenths(share: number): string;
  /** As much of the date as is known; what is no date, as an address may say it, as it stands. */
  date(iso: string, precision: Precision | null): string;
  list(items: readonly string[]): string;
  /** Any of them, where `list` is all. */
  either(items: readonly string[]): string;
  compare(a: string, b: string): number;
  /** The word for so many: the singular or the plural. */
  one(count: number, singular: string, plural: string): string;
}

/** Made when it is first needed: all of them together would take a phone longer than drawing a page. */
function once<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= make());
}

const made = new Map<Language, Format>();

export function formatFor(language: Language): Format {
  const ready = made.get(language);
  if (ready) return ready;
  const locale = traitsOf(language).locale;
  const integer = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
  const index = once(() => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }));
  const exactIndex = once(() => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 3 }));
  const decimal = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }));
  const percent = once(() => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }));
  const tenths = once(() => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }));
  const list = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const either = once(() => new Intl.ListFormat(locale, { type: 'disjunction' }));
  const collator = once(() => new Intl.Collator(locale, { numeric: true }));
  const plural = once(() => new Intl.PluralRules(locale));
  // Dates without a time are the same day everywhere: read and written in UTC.
  const dates: Record<Precision, () => Intl.DateTimeFormat> = {
    day: once(() => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })),
    month: once(() => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })),
    year: once(() => new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' })),
  };
  const format: Format = {
    integer: (value) => integer().format(value),
    index: (value) => index().format(value),
    exactIndex: (value) => exactIndex().format(value),
    decimal: (value) => decimal().format(value),
    percent: (share) => percentOf(share, percent()),
    tenths: (share) => tenths().format(share),
    date: (iso, precision) => {
      const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
      return Number.isNaN(day.getTime()) ? iso : dates[precision ?? 'day']().format(day);
    },
    list: (items) => list().format(items),
    either: (items) => either().format(items),
    compare: (a, b) => collator().compare(a, b),
    one: (count, singular, many) => (plural().select(count) === 'one' ? singular : many),
  };
  made.set(language, format);
  return format;
}

/** Rounding must not turn "some" into "none" or "nearly all" into "all": 0.2 % is "<1 %", 99.7 % is ">99 %". */
function percentOf(share: number, format: Intl.NumberFormat): string {
  if (share > 0 && share < 0.005) return `<${format.format(0.01)}`;
  if (share < 1 && share >= 0.995) return `>${format.format(0.99)}`;
  return format.format(share);
}
