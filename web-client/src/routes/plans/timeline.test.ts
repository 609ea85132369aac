import { describe, expect, it } from 'vitest';
import type { Plan } from '$lib/api/types';
import { timeline } from './timeline';

const plan = (id: string, dates: Partial<Plan>): Plan =>
  ({ id, start_date: null, start_date_precision: null, end_date: null, end_date_precision: null, published_on: null, ...dates }) as Plan;

describe('the timeline of plans', () => {
  it('ends a year that is all that is known at its end', () => {
    const { spans, years } = timeline([
      plan('A', { start_date: '2013-01-01', start_date_precision: 'year', end_date: '2015-01-01', end_date_precision: 'year' }),
    ]);
    expect(years.map(({ year }) => year)).toEqual([2013, 2014, 2015, 2016]);
    expect(spans[0]?.from).toBe(0);
    expect(spans[0]?.to).toBeCloseTo(3 / 4, 2);
    expect(spans[0]?.open).toBe(false);
  });

  it('leaves a bar open where the end is not known, and draws none without a date', () => {
    const { spans } = timeline([plan('A', { start_date: '2016-06-30', start_date_precision: 'day' }), plan('B', {})]);
    expect(spans[0]?.open).toBe(true);
    expect(spans[1]).toMatchObject({ from: null, to: null });
  });

  it('has no years when nothing is dated', () => {
    expect(timeline([plan('A', {})]).years).toEqual([]);
  });
});
