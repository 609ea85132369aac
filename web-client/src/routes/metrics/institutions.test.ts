import { describe, expect, it } from 'vitest';
import type { MetricValue } from '$lib/api/types';
import { beyondRounding, kinds, kindsAnswer, recomputed, recomputedAnswer, worst } from './model';
import { en, indicators, value } from './records';

describe('levels and types of institutions', () => {
  const of = (edition: number, scope: string, name: string, number: number, indicator = 'transparency') =>
    value(edition, indicator, number, {
      id: name,
      scope: scope as MetricValue['scope'],
      name,
      name_en: undefined,
      institutions_measured: 3,
    });
  const all = [
    of(2019, 'government_level', 'Estatal', 0.9),
    of(2021, 'government_level', 'Municipal', 0.3),
    of(2021, 'institution_type', 'Sindicato', 0.2),
    of(2021, 'institution_type', 'Universidad', 0.35),
    of(2021, 'institution_type', 'Congreso', 0.6),
    of(2021, 'government_level', 'Federal', 0.5),
    of(2021, 'institution_type', 'Otro', 0.99, 'participation'),
    of(2023, 'state', 'Durango', 0.95),
  ];

  it('are those of the newest edition that has them and of the indicator, from highest to lowest', () => {
    const { edition, rows } = kinds(all, 'transparency', 'es');
    expect(edition).toBe(2021);
    expect(rows.map(({ name, scope, value }) => [name, scope, value])).toEqual([
      ['Congreso', 'institution_type', 0.6],
      ['Federal', 'government_level', 0.5],
      ['Universidad', 'institution_type', 0.35],
      ['Municipal', 'government_level', 0.3],
      ['Sindicato', 'institution_type', 0.2],
    ]);
  });

  it('are none where no edition has them', () => {
    expect(kinds([of(2021, 'state', 'Durango', 0.5)], 'transparency', 'es')).toEqual({ edition: null, rows: [] });
  });

  it('answer with every level, and the highest and the lowest type', () => {
    const { rows } = kinds(all, 'transparency', 'es');
    expect(kindsAnswer(rows, en)).toBe(
      'By level of government: federal 0.50 and municipal 0.30. By type, from 0.60 (congreso) down to 0.20 (sindicato).',
    );
    expect(kindsAnswer(kinds([all[1]!], 'transparency', 'es').rows, en)).toBe('By level of government: municipal 0.30.');
    expect(kindsAnswer(kinds([all[2]!], 'transparency', 'es').rows, en)).toBe('By type, from 0.20 (sindicato) down to 0.20 (sindicato).');
    expect(kindsAnswer([], en)).toBe('');
  });
});

describe('a recomputed mean', () => {
  const again = (edition: number, indicator: string, published: number | null, recomputed_value: number | null) =>
    value(edition, indicator, published ?? 0.5, { published_value: published, recomputed_value });
  const rowsOf = (...values: MetricValue[]) => recomputed(values, indicators);

  it('stands in the order of the editions, and in each the index before its halves', () => {
    const rows = rowsOf(
      again(2021, 'participation', 0.35, null),
      again(2019, 'participation', 0.41, 0.385),
      again(2019, 'open_government_index', 0.52, 0.52),
      again(2017, 'participation', 0.28, 0.275),
      again(2019, 'transparency', 0.63, 0.63),
    );
    expect(rows.map(({ edition, indicator }) => `${edition} ${indicator}`)).toEqual([
      '2017 participation',
      '2019 open_government_index',
      '2019 transparency',
      '2019 participation',
      '2021 participation',
    ]);
  });

  it('is only of what was published', () => {
    expect(rowsOf(again(2019, 'participation', null, 0.4))).toEqual([]);
  });

  it('has the parts of its own edition, those that are known', () => {
    const rows = rowsOf(
      value(2017, 'participation_government', 0.9),
      again(2019, 'participation', 0.41, 0.385),
      value(2019, 'participation_government', 0.19),
    );
    expect(rows[0]?.parts).toEqual([{ indicator: 'participation_government', value: 0.19 }]);
  });

  it('differs from a hundredth on, the hundredth itself being rounding', () => {
    // In floating point 0.5 - 0.49 is a little more than a hundredth.
    const differing = (published: number, mean: number | null) =>
      rowsOf(again(2019, 'participation', published, mean)).map(beyondRounding)[0];
    expect([differing(0.5, 0.49), differing(0.49, 0.5), differing(0.5, 0.489), differing(0.489, 0.5)]).toEqual([false, false, true, true]);
    expect(differing(0.5, null)).toBe(false);
  });

  it('is worst where it is furthest, above or below', () => {
    const rows = rowsOf(
      again(2017, 'participation', 0.5, 0.48),
      again(2019, 'participation', 0.4, 0.45),
      again(2021, 'participation', 0.5, 0.47),
      again(2023, 'participation', 0.5, null),
    );
    expect(worst(rows)?.edition).toBe(2019);
    expect(worst(rowsOf(again(2017, 'participation', 0.5, 0.495)))).toBeUndefined();
  });

  it('is told as none, all alike or the worst', () => {
    expect(recomputedAnswer(rowsOf(again(2021, 'participation', 0.35, null)), indicators, en)).toBe('No value can be recomputed.');
    expect(
      recomputedAnswer(
        rowsOf(again(2017, 'participation', 0.28, 0.275), again(2019, 'participation', 0.4, 0.4), again(2021, 'participation', 0.35, null)),
        indicators,
        en,
      ),
    ).toBe('Yes: in the 2 cases that can be recomputed, the difference is within rounding.');
  });
});
