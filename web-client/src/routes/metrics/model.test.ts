import { describe, expect, it } from 'vitest';
import type { MetricIndicator, MetricValue } from '$lib/api/types';
import english from '$lib/i18n/en/metrics';
import {
  beyondRounding,
  gapOf,
  kinds,
  nameOf,
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
import { en, es, indicators, value } from './records';

const editions = [
  { edition: 2023, comparable_with_previous: null },
  { edition: 2021, comparable_with_previous: null },
  { edition: 2019, comparable_with_previous: true },
  { edition: 2017, comparable_with_previous: null },
];
const index = [
  value(2017, 'open_government_index', 0.39),
  value(2019, 'open_government_index', 0.52),
  value(2021, 'open_government_index', 0.48),
  value(2023, 'open_government_index', 0.46),
];
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
      'Open government index: from 0.39 in 2017 to 0.52 in 2019, editions that their own source compares. The values of 0.48 in 2021 and 0.46 in 2023 stand apart: whether they can be compared with those of the edition before was not established.',
    );
    expect(trendAnswer(series, 'Índice', es)).toContain('de 0.39 en 2017 a 0.52 en 2019');
  });

  it('says that there is no answer where no edition can be compared with the one before', () => {
    const unknown = editions.map((one) => ({ ...one, comparable_with_previous: null }));
    const [series] = trend(unknown, index, ['open_government_index']);
    const [single] = trend(unknown, index.slice(0, 1), ['open_government_index']);
    if (!series || !single) throw new Error('no series');
    expect(trendAnswer(series, 'Index', en)).toBe(
      'No answer can be given from what is on record: the values are 0.39 in 2017, 0.52 in 2019, 0.48 in 2021, and 0.46 in 2023, and whether those of one edition can be compared with those of the edition before was not established.',
    );
    expect(trendAnswer(single, 'Index', en)).toBe('No answer can be given from what is on record: there is a single value, 0.39 in 2017.');
  });

  it('does not set the first edition apart from one that there is not', () => {
    const later = [
      { edition: 2021, comparable_with_previous: true },
      { edition: 2019, comparable_with_previous: null },
      { edition: 2017, comparable_with_previous: null },
    ];
    const [series] = trend(later, index, ['open_government_index']);
    if (!series) throw new Error('no series');
    expect(trendAnswer(series, 'Index', en)).toBe('Index: from 0.52 in 2019 to 0.48 in 2021, editions that their own source compares.');
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
      'The widest distance is in participation in 2019: 0.19 from government and 0.58 by citizens. For 2021 and 2023 there is no record here by perspective.',
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
    expect(found.map(({ place }) => [place.from, place.to])).toEqual([
      [1, 1],
      [2, 3],
      [2, 3],
      [4, 4],
    ]);
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

describe('the name of an indicator', () => {
  it('is the reader’s, or else what its code says', () => {
    expect(nameOf(indicators, 'participation_citizen', 'en')).toBe('Participation, citizens');
    expect(nameOf(indicators, 'participation', 'es')).toBe('Participación');
    expect(nameOf(indicators, 'transparency_by_citizens', 'en')).toBe('transparency by citizens');
    expect(nameOf([{ id: 'no_name', name_es: null, name_en: null } as unknown as MetricIndicator], 'no_name', 'en')).toBe('no name');
  });
});

describe('the line of a trend', () => {
  const joinedOf = (values: MetricValue[], of = editions) => trend(of, values, ['x'])[0]?.points.map(({ joined }) => joined);

  it('is drawn for the index and its two halves, each with its own values', () => {
    const found = trend(editions, [value(2017, 'transparency', 0.5), value(2017, 'participation', 0.28), ...index]);
    expect(found.map(({ indicator, points }) => [indicator, points[0]?.value, points[1]?.value])).toEqual([
      ['open_government_index', 0.39, 0.52],
      ['transparency', 0.5, null],
      ['participation', 0.28, null],
    ]);
  });

  it('needs a value at both of its ends', () => {
    expect(joinedOf([value(2017, 'x', 0.4), value(2019, 'x', 0.5)])).toEqual([false, true, false, false]);
    expect(joinedOf([value(2017, 'x', 0.4)])).toEqual([false, false, false, false]);
  });

  it('does not lead to the first edition, whatever is said of it', () => {
    expect(joinedOf([value(2019, 'x', 0.5)], [{ edition: 2019, comparable_with_previous: true }])).toEqual([false]);
  });

  it('leaves out an edition without a value', () => {
    const point = (edition: number, value: number | null, joined: boolean) => ({ edition, value, joined });
    expect(runs([point(2017, 0.4, false), point(2019, null, false), point(2021, 0.5, true)])).toEqual([
      [point(2017, 0.4, false), point(2021, 0.5, true)],
    ]);
  });

  it('is told from its first to its last edition', () => {
    const points = [2017, 2019, 2021].map((edition, i) => ({ edition, value: [0.39, 0.6, 0.48][i]!, joined: i > 0 }));
    expect(trendAnswer({ indicator: 'x', points }, 'Index', en)).toBe(
      'Index: from 0.39 in 2017 to 0.48 in 2021, editions that their own source compares.',
    );
  });

  it('is told of one edition that stands apart in the singular', () => {
    const points = [
      { edition: 2017, value: 0.39, joined: false },
      { edition: 2019, value: 0.5, joined: true },
      { edition: 2021, value: 0.48, joined: false },
    ];
    expect(trendAnswer({ indicator: 'x', points }, 'Index', en)).toBe(
      'Index: from 0.39 in 2017 to 0.50 in 2019, editions that their own source compares. The value of 0.48 in 2021 stands apart: whether it can be compared with that of the edition before was not established.',
    );
  });
});

describe('the distance between government and citizens', () => {
  const names = { transparency: 'Transparency', participation: 'Participation' };
  const row = (edition: number, government: number | null, citizen: number | null) =>
    ({ dimension: 'transparency', edition, government, citizen, doubted: false }) as const;

  it('is what citizens have more, and not known where one of them is not', () => {
    expect(gapOf(row(2017, 0.25, 0.75))).toBe(0.5);
    expect(gapOf(row(2017, 0.75, 0.5))).toBe(-0.25);
    expect([gapOf(row(2017, null, 0.5)), gapOf(row(2017, 0.5, null))]).toEqual([null, null]);
  });

  it('is widest whichever of them has more', () => {
    expect(perspectivesAnswer([row(2017, 0.4, 0.5), row(2019, 0.7, 0.4), row(2021, 0.4, 0.6)], names, en)).toBe(
      'The widest distance is in transparency in 2019: 0.70 from government and 0.40 by citizens.',
    );
  });

  it('is never led by a value that is doubtful, which is said', () => {
    const doubtful = { ...row(2019, 0.9, 0.1), doubted: true };
    expect(perspectivesAnswer([row(2017, 0.4, 0.5), doubtful], names, en)).toBe(
      'The widest distance is in transparency in 2017: 0.40 from government and 0.50 by citizens. Leaving out transparency 2019: a note below says why what was published is doubtful.',
    );
    const noted = { note_en: 'It does not add up.', note_es: 'No cuadra.' };
    const doubted = (more: object) =>
      perspectives([editions[0]!], [value(editions[0]!.edition, 'transparency_government', 0.9, more)]).some((each) => each.doubted);
    expect([doubted({ ...noted, confidence: 'documented' }), doubted({ ...noted, confidence: 'inferred' }), doubted({})]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('names the year of the measurement where that is another', () => {
    const reader = { ...en, edition: (year: number) => `${year} (measured in ${year - 1})` };
    expect(perspectivesAnswer([row(2017, 0.4, 0.5)], names, reader)).toContain('in transparency in 2017 (measured in 2016): 0.40');
  });

  it('is in no edition where none has data by perspective', () => {
    expect(perspectivesAnswer([row(2017, null, 0.5), row(2019, 0.5, null)], names, en)).toBe(
      'There is no record here of any edition by perspective.',
    );
    expect(perspectivesAnswer([], names, en)).toBe('There is no record here of any edition by perspective.');
  });

  it('is of the edition and dimension that were measured', () => {
    const found = perspectives(editions, [value(2017, 'transparency_government', 0.46), value(2017, 'transparency_citizen', 0.54)]);
    expect(found.slice(0, 2)).toMatchObject([
      { dimension: 'transparency', edition: 2017, government: 0.46, citizen: 0.54 },
      { dimension: 'transparency', edition: 2019, government: null, citizen: null },
    ]);
    expect(found.map(({ dimension, edition }) => `${dimension} ${edition}`)).toEqual([
      'transparency 2017',
      'transparency 2019',
      'transparency 2021',
      'transparency 2023',
      'participation 2017',
      'participation 2019',
      'participation 2021',
      'participation 2023',
    ]);
  });
});
