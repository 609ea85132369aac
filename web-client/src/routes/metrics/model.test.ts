import { describe, expect, it } from 'vitest';
import type { MetricIndicator, MetricValue } from '$lib/api/types';
import { formatFor } from '$lib/format/format';
import english from '$lib/i18n/en/metrics';
import spanish from '$lib/i18n/es/metrics';
import {
  beyondRounding,
  gapOf,
  kinds,
  perspectives,
  perspectivesAnswer,
  ranked,
  recomputed,
  recomputedAnswer,
  runs,
  stacked,
  trend,
  trendAnswer,
  worst,
} from './model';

const en = { m: english, f: formatFor('en'), language: 'en' as const };
const es = { m: spanish, f: formatFor('es'), language: 'es' as const };

const editions = [
  { edition: 2023, comparable_with_previous: null },
  { edition: 2021, comparable_with_previous: null },
  { edition: 2019, comparable_with_previous: true },
  { edition: 2017, comparable_with_previous: null },
];
const value = (edition: number, indicator: string, number: number, more: Partial<MetricValue> = {}) =>
  ({
    id: `${edition}.${indicator}`,
    edition,
    indicator,
    value: number,
    published_value: number,
    recomputed_value: null,
    scope: 'national',
    note_es: null,
    note_en: null,
    ...more,
  }) as MetricValue;
const index = [
  value(2017, 'open_government_index', 0.39),
  value(2019, 'open_government_index', 0.52),
  value(2021, 'open_government_index', 0.48),
  value(2023, 'open_government_index', 0.46),
];
const indicators = [
  { id: 'participation', name_es: 'Participación', name_en: 'Participation', part_of: 'open_government_index' },
  { id: 'participation_government', name_es: 'Participación, gobierno', name_en: 'Participation, government', part_of: 'participation' },
  { id: 'participation_citizen', name_es: 'Participación, ciudadanía', name_en: 'Participation, citizens', part_of: 'participation' },
] as MetricIndicator[];

describe('trend', () => {
  it('joins two editions only where they are said to be comparable', () => {
    const [series] = trend(editions, index, ['open_government_index']);
    expect(series?.points.map(({ edition, joined }) => [edition, joined])).toEqual([
      [2017, false],
      [2019, true],
      [2021, false],
      [2023, false],
    ]);
    expect(runs(series?.points ?? []).map((run) => run.map(({ edition }) => edition))).toEqual([[2017, 2019], [2021], [2023]]);
  });

  it('does not join across an edition without a value', () => {
    const [series] = trend(editions, [value(2019, 'x', 0.5)], ['x']);
    expect(series?.points[0]?.value).toBeNull();
    expect(series?.points[1]?.joined).toBe(false);
  });

  it('answers with what was compared and what stands apart, in both languages', () => {
    const [series] = trend(editions, index, ['open_government_index']);
    if (!series) throw new Error('no series');
    expect(trendAnswer(series, 'Open government index', en)).toBe(
      'Open government index: from 0.39 in 2017 to 0.52 in 2019, editions that can be compared. The values of 2021 (0.48) and 2023 (0.46) stand apart: whether they are comparable was not established.',
    );
    expect(trendAnswer(series, 'Índice', es)).toContain('de 0.39 en 2017 a 0.52 en 2019');
  });

  it('says so when there is nothing', () => {
    expect(trendAnswer({ indicator: 'x', points: [] }, 'x', en)).toBe(english.trendNone);
  });
});

describe('perspectives', () => {
  const rows = perspectives(editions, [
    value(2019, 'participation_government', 0.19),
    value(2019, 'participation_citizen', 0.58),
    value(2017, 'transparency_government', 0.46),
    value(2017, 'transparency_citizen', 0.54),
  ]);
  it('has a row for every edition and dimension, known or not', () => {
    expect(rows).toHaveLength(8);
    expect(rows.filter((row) => gapOf(row) === null)).toHaveLength(6);
  });
  it('names the widest distance and the editions without data', () => {
    expect(perspectivesAnswer(rows, { transparency: 'Transparency', participation: 'Participation' }, en)).toBe(
      'The widest distance is in participation in 2019: 0.19 from government and 0.58 by citizens. For 2021 and 2023 there is no data by perspective.',
    );
  });
});

describe('published beside recomputed', () => {
  const values = [
    value(2017, 'participation', 0.28, { recomputed_value: 0.275 }),
    value(2019, 'participation', 0.41, { recomputed_value: 0.385 }),
    value(2019, 'participation_government', 0.19),
    value(2019, 'participation_citizen', 0.58),
    value(2021, 'participation', 0.35),
  ];
  const rows = recomputed(values, indicators);
  it('keeps what cannot be recomputed, as unknown', () => {
    expect(rows.map(({ edition, recomputed }) => [edition, recomputed])).toEqual([
      [2017, 0.275],
      [2019, 0.385],
      [2021, null],
    ]);
  });
  it('tells rounding from a real difference', () => {
    expect(rows.map(beyondRounding)).toEqual([false, true, false]);
    expect(worst(rows)?.parts).toEqual([
      { indicator: 'participation_government', value: 0.19 },
      { indicator: 'participation_citizen', value: 0.58 },
    ]);
  });
  it('answers with the case of 2019, never rounding 0.385 away', () => {
    expect(recomputedAnswer(rows, indicators, en)).toContain(
      'participation in 2019, published as 0.41 although its two parts average 0.385',
    );
  });
});

describe('states and institutions', () => {
  it('gives equal values one place and leaves the unknown out', () => {
    const found = ranked([{ v: 0.4 }, { v: null }, { v: 0.5 }, { v: 0.4 }, { v: 0.1 }], ({ v }) => v);
    expect(found.map(({ rank }) => rank)).toEqual([1, 2, 2, 4]);
  });
  it('stacks every value once', () => {
    const dots = stacked([0.58, 0.585, 0.4]);
    expect(dots.map(({ level }) => level)).toEqual([0, 0, 1]);
    expect(dots.map(({ x }) => x.toFixed(2))).toEqual(['0.41', '0.59', '0.59']);
  });
  it('takes the newest edition that has types', () => {
    const found = kinds(
      [
        value(2017, 'transparency', 0.2, {
          scope: 'institution_type',
          name: 'Sindicato',
          name_en: 'Trade union',
          institutions_measured: 67,
        }),
        value(2021, 'transparency', 0.9),
      ],
      'transparency',
      'en',
    );
    expect(found).toMatchObject({ edition: 2017, rows: [{ name: 'Trade union', institutions: 67 }] });
  });
});
