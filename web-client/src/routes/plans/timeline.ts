/** Plans as bars over the years; pure, so that it can be drawn anywhere. */
import type { Plan } from '$lib/api/types';

export interface Span {
  plan: Plan;
  /** Where the bar begins and ends, of 1; null for a plan without a known date. */
  from: number | null;
  to: number | null;
  /** The end is not known: the bar opens to the right. */
  open: boolean;
}

export interface Timeline {
  years: readonly { year: number; at: number }[];
  spans: readonly Span[];
}

const YEAR = 365.25;

/** Days since the epoch; a date known to the year or month ends when that year or month does. */
function days(iso: string, precision: Plan['end_date_precision'], atEnd: boolean): number {
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  if (atEnd && precision === 'year') date.setUTCFullYear(date.getUTCFullYear() + 1);
  else if (atEnd && precision === 'month') date.setUTCMonth(date.getUTCMonth() + 1);
  return date.getTime() / 86_400_000;
}

export function timeline(plans: readonly Plan[]): Timeline {
  const known = plans.map((plan) => {
    const start = plan.start_date ?? plan.published_on;
    return {
      plan,
      start: start === null ? null : days(start, null, false),
      end: plan.end_date === null ? null : days(plan.end_date, plan.end_date_precision, true),
    };
  });
  const starts = known.flatMap(({ start }) => (start === null ? [] : [start]));
  if (starts.length === 0) return { years: [], spans: known.map(({ plan }) => ({ plan, from: null, to: null, open: false })) };

  const ends = known.flatMap(({ start, end }) => [end ?? (start === null ? 0 : start + YEAR)]);
  const firstYear = new Date(Math.min(...starts) * 86_400_000).getUTCFullYear();
  const lastYear = new Date(Math.max(...ends) * 86_400_000).getUTCFullYear() + 1;
  const [low, high] = [Date.UTC(firstYear, 0) / 86_400_000, Date.UTC(lastYear, 0) / 86_400_000];
  const at = (day: number) => (day - low) / (high - low);
  return {
    years: Array.from({ length: lastYear - firstYear }, (_, i) => ({
      year: firstYear + i,
      at: at(Date.UTC(firstYear + i, 0) / 86_400_000),
    })),
    spans: known.map(({ plan, start, end }) => ({
      plan,
      from: start === null ? null : at(start),
      to: start === null ? null : at(end ?? Math.min(high, start + YEAR)),
      open: start !== null && end === null,
    })),
  };
}
