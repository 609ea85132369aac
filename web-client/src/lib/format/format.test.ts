import { describe, expect, it } from 'vitest';
import { formatFor } from './format';

const es = formatFor('es');
const en = formatFor('en');

describe('numbers and dates in the reader’s language', () => {
  it('shows as much of a date as is known', () => {
    expect(es.date('2017-09-19', 'day')).toBe('19 de septiembre de 2017');
    expect(es.date('2017-02-01', 'month')).toBe('febrero de 2017');
    expect(es.date('2016-01-01', 'year')).toBe('2016');
    expect(en.date('2017-09-19', 'day')).toBe('September 19, 2017');
    expect(en.date('2016-01-01', 'year')).toBe('2016');
  });

  it('never rounds some into none, nor nearly all into all', () => {
    expect(en.percent(0.002)).toBe('<1%');
    expect(en.percent(0.998)).toBe('>99%');
    expect(en.percent(0)).toBe('0%');
    expect(en.percent(1)).toBe('100%');
    expect(en.percent(63 / 131)).toBe('48%');
  });

  it('keeps two decimals of a metric value', () => {
    expect(es.index(0.4)).toBe('0.40');
    expect(en.index(0.3817)).toBe('0.38');
    expect(es.exactIndex(0.385)).toBe('0.385');
    expect(en.exactIndex(0.5)).toBe('0.50');
  });

  it('groups thousands as in Mexico', () => {
    expect(es.integer(1832650)).toBe('1,832,650');
  });
});

describe('the borders of rounding', () => {
  it('are half a percent from none and from all', () => {
    expect([0.0049, 0.005, 0.994, 0.995, 0.9999].map(en.percent)).toEqual(['<1%', '1%', '99%', '>99%', '>99%']);
    expect(en.percent(1.5)).toBe('150%');
  });

  it('leave no decimals of a count, and two at most of a number', () => {
    expect([en.integer(2.6), en.decimal(1234.567), en.decimal(2)]).toEqual(['3', '1,234.57', '2']);
  });

  it('say what is no date as it stands', () => {
    expect(es.date('nada', 'day')).toBe('nada');
    expect(en.date('2026-13-45', 'month')).toBe('2026-13-45');
  });

  it('do not move a date that has an hour, nor one of which nothing is said', () => {
    expect(en.date('2017-09-19T23:30:00', null)).toBe('September 19, 2017');
  });
});

describe('words in the reader’s language', () => {
  it('are listed, ordered and counted as it does', () => {
    expect([es.list(['a', 'b', 'c']), en.list(['a', 'b', 'c'])]).toEqual(['a, b y c', 'a, b, and c']);
    expect(['C10', 'Ñ', 'C9', 'Óscar', 'N', 'O'].sort(es.compare)).toEqual(['C9', 'C10', 'N', 'Ñ', 'O', 'Óscar']);
    expect([en.one(1, 'a', 'b'), en.one(2, 'a', 'b'), es.one(1, 'a', 'b')]).toEqual(['a', 'b', 'a']);
  });
});
