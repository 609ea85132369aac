import { describe, expect, it } from 'vitest';
import { axisOf } from './axis';

describe('dates', () => {
  it('lie on an axis of whole years', () => {
    const axis = axisOf(['2015-04-07', '2018-12-01']);
    expect(axis.years.map(({ year }) => year)).toEqual([2015, 2016, 2017, 2018, 2019]);
    expect(axis.at('2015-01-01')).toBe(0);
    expect(axis.at('2017-01-01')).toBeCloseTo(0.5, 2);
  });
});

describe('an axis of dates', () => {
  it('has its years at their places, a leap year longer than others', () => {
    const { years } = axisOf(['2016-04-07', '2015-12-01']);
    expect(years).toEqual([
      { year: 2015, at: 0 },
      { year: 2016, at: 365 / 731 },
      { year: 2017, at: 1 },
    ]);
  });

  it('places a date by its day, whatever its hour', () => {
    expect(axisOf(['2015-01-01']).at('2015-03-15T18:00:00')).toBe(73 / 365);
  });

  it('is a year of its own where there are no dates', () => {
    expect(axisOf([]).years.map(({ year }) => year)).toEqual([2015, 2016]);
  });
});
