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
