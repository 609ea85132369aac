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

describe('the bars of plans', () => {
  // 2016 to 2019: four years with one leap day, 1461 days, so that every place is a whole number of days.
  const frame = plan('frame', { start_date: '2016-01-01', end_date: '2019-12-31', end_date_precision: 'day' });
  const days = (dates: Partial<Plan>) => {
    const { spans } = timeline([plan('A', dates), frame]);
    return [spans[0]?.from, spans[0]?.to].map((at) => (at === null || at === undefined ? at : Math.round(at * 1461)));
  };

  it('lie on whole years, from the first that begins to the last that ends', () => {
    const { years } = timeline([plan('A', { start_date: '2018-03-01', end_date: '2019-12-31', end_date_precision: 'day' }), frame]);
    expect(years.map(({ year, at }) => [year, Math.round(at * 1461)])).toEqual([
      [2016, 0],
      [2017, 366],
      [2018, 731],
      [2019, 1096],
    ]);
  });

  it('begin on the day that is written and end when what is known does', () => {
    expect(days({ start_date: '2016-01-11', end_date: '2017-01-01', end_date_precision: 'day' })).toEqual([10, 366]);
    expect(days({ start_date: '2016-01-11', end_date: '2017-01-01', end_date_precision: 'month' })).toEqual([10, 397]);
    expect(days({ start_date: '2016-01-11', end_date: '2017-01-01', end_date_precision: 'year' })).toEqual([10, 731]);
    expect(days({ start_date: '2016-01-11T00:00:00', end_date: '2017-01-01T00:00:00', end_date_precision: null })).toEqual([10, 366]);
  });

  it('begin when the plan was published where no beginning is known', () => {
    expect(days({ published_on: '2017-01-01', end_date: '2018-01-01', end_date_precision: 'day' })).toEqual([366, 731]);
    expect(days({ start_date: '2016-01-11', published_on: '2017-01-01', end_date: '2018-01-01' })).toEqual([10, 731]);
  });

  it('that are open are a year long, or as long as the drawing has room', () => {
    const { spans } = timeline([plan('A', { start_date: '2016-01-11' }), frame]);
    expect(Math.round((spans[0]?.to ?? 0) * 1461 * 100) / 100).toBe(375.25);
    const alone = timeline([plan('A', { start_date: '2016-06-30' })]);
    expect(alone.years.map(({ year }) => year)).toEqual([2016, 2017]);
    expect((alone.spans[0]?.to ?? 0) * 731).toBeCloseTo(181 + 365.25, 5);
  });

  it('are not drawn without a beginning, and are open only where one is drawn', () => {
    expect(timeline([plan('A', { end_date: '2018-01-01', end_date_precision: 'day' }), frame]).spans[0]).toMatchObject({
      from: null,
      to: null,
      open: false,
    });
    const undated = plan('A', {});
    expect(timeline([undated, frame]).spans[0]).toEqual({ plan: undated, from: null, to: null, open: false });
    expect(timeline([undated])).toEqual({ years: [], spans: [{ plan: undated, from: null, to: null, open: false }] });
    expect(timeline([undated, frame]).years).toHaveLength(4);
  });
});
