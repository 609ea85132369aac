import { describe, expect, it } from 'vitest';
import {
  categoryMap,
  chosenClass,
  classOf,
  countClasses,
  cssFill,
  cssInk,
  explained,
  inClass,
  indexClasses,
  numberMap,
  rampSteps,
} from './choropleth';
import { TILES } from './tiles';
import { some } from '../../../tools/some';

const labels = { zero: '0', noData: 'no data', interval: (from: number, to: number) => `${from}-${to}`, value: String };

describe('classes of a map', () => {
  it('give each count its own class while there are at most five', () => {
    expect(countClasses([0, 2, 1, 2])).toEqual([
      { from: 1, to: 1 },
      { from: 2, to: 2 },
    ]);
  });

  it('cover every count once when there are many', () => {
    const values = Array.from({ length: 23 }, (_, i) => i);
    const classes = countClasses(values);
    expect(classes.length).toBeLessThanOrEqual(5);
    for (const value of some(values.slice(1))) expect(classes.filter(({ from, to }) => value >= from && value <= to)).toHaveLength(1);
  });

  it('cover every index value once, the highest included', () => {
    const values = [0.27, 0.3817, 0.4265, 0.41, 0.51];
    const classes = indexClasses(values);
    expect(classes.length).toBeLessThanOrEqual(5);
    for (const value of some(values)) expect(classOf(classes, value, 'index')).toBeGreaterThanOrEqual(0);
    expect(classOf(classes, 0.51, 'index')).toBe(classes.length - 1);
  });

  it('hold for a single value', () => {
    expect(indexClasses([0.52])).toHaveLength(1);
    expect(countClasses([])).toEqual([]);
  });

  it('keep zero and no data apart', () => {
    const map = numberMap(
      [
        { id: 'MX-DUR', name: 'Durango', value: 0 },
        { id: 'MX-JAL', name: 'Jalisco', value: null },
        { id: 'MX-OAX', name: 'Oaxaca', value: 2 },
      ],
      'count',
      labels,
    );
    expect(map.marks.map(({ fill }) => fill)).toEqual(['zero', 'no_data', 4]);
    expect(map.classes.map(({ key, count }) => [key, count])).toEqual([
      ['zero', 1],
      ['1', 1],
      ['no_data', 1],
    ]);
  });
});

describe('the explanation of the classes', () => {
  const words = {
    each: 'Each.',
    counts: (width: number) => `Counts ${width}.`,
    index: (width: number) => `Index ${width}.`,
    noData: 'Hatched.',
  };
  const states = (values: (number | null)[]) => values.map((value, i) => ({ id: `MX-${i}`, name: String(i), value }));
  const sentence = (values: (number | null)[], kind: 'count' | 'index') => explained(numberMap(states(values), kind, labels), words);

  it('says how the classes were made, with their width', () => {
    expect(sentence([0, 1, 2], 'count')).toBe('Each.');
    expect(sentence([1, 2, 3, 5, 8, 13, 21], 'count')).toBe('Counts 5.');
    expect(sentence([0.27, 0.51], 'index')).toBe('Index 0.05.');
  });

  it('speaks of hatching only where something is hatched', () => {
    expect(sentence([0.27, null, 0.51], 'index')).toBe('Index 0.05. Hatched.');
    expect(explained({ classes: [], marks: [] }, words)).toBe('');
  });
});

describe('the tile grid', () => {
  it('has a place for each of the 32 states, and no place twice', () => {
    const places = Object.values(TILES).map(String);
    expect(places).toHaveLength(32);
    expect(new Set(places).size).toBe(32);
  });
});

describe('a class chosen in the legend', () => {
  const map = numberMap(
    [
      { id: 'a', name: 'A', value: 0 },
      { id: 'b', name: 'B', value: 2 },
      { id: 'c', name: 'C', value: null },
    ],
    'count',
    labels,
  );
  const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

  it('leaves the rows of its states, and all of them where the address names none of this map', () => {
    for (const [key, ids] of [
      ['zero', ['a']],
      ['1', ['b']],
      ['no_data', ['c']],
      ['', ['a', 'b', 'c']],
      ['unheard of', ['a', 'b', 'c']],
    ] as const)
      expect(inClass(map, chosenClass(map, key)?.key, rows).map(({ id }) => id)).toEqual(ids);
  });
});

describe('the borders of classes', () => {
  const classes = (values: (number | null)[], kind: 'count' | 'index') =>
    numberMap(
      values.map((value, i) => ({ id: `MX-${i}`, name: String(i), value })),
      kind,
      labels,
    );

  it('of counts change from one class for each value to equal runs after five values', () => {
    expect(countClasses([9, 4, 3, 2, 1, 0]).map(({ from, to }) => [from, to])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
      [9, 9],
    ]);
    expect(countClasses([1, 2, 3, 4, 5, 6]).map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    expect(countClasses([1, 2, 3, 5, 8, 13, 21]).map(({ from, to }) => [from, to])).toEqual([
      [1, 5],
      [6, 10],
      [11, 15],
      [16, 20],
      [21, 21],
    ]);
  });

  it('of an index lie on hundredths', () => {
    expect(indexClasses([0.27, 0.51]).map(({ from, to }) => [from, to])).toEqual([
      [0.27, 0.31],
      [0.32, 0.36],
      [0.37, 0.41],
      [0.42, 0.46],
      [0.47, 0.51],
    ]);
    expect(indexClasses([])).toEqual([]);
  });

  it('of an index hold what is printed as one of their hundredths, and share no end', () => {
    const intervals = indexClasses([0.27, 0.51]);
    expect([0.27, 0.3149, 0.3151, 0.32, 0.3699, 0.37, 0.47, 0.51].map((value) => classOf(intervals, value, 'index'))).toEqual([
      0, 0, 1, 1, 2, 2, 4, 4,
    ]);
    const ends = intervals.flatMap(({ from, to }) => (from === to ? [from] : [from, to]));
    expect(new Set(ends).size).toBe(ends.length);
    expect(classOf([], 0.4, 'index')).toBe(-1);
  });

  it('of counts belong to the run that they end', () => {
    const runs = [
      { from: 1, to: 5 },
      { from: 6, to: 10 },
    ];
    expect([0, 1, 5, 6, 10, 11].map((value) => classOf(runs, value, 'count'))).toEqual([-1, 0, 0, 1, 1, -1]);
  });

  it('stay in the legend where no state is between them', () => {
    expect(classes([1, 2, 3, 5, 8, 13, 21], 'count').classes.map(({ key, label, fill, count }) => [key, label, fill, count])).toEqual([
      ['zero', '0', 'zero', 0],
      ['1', '1-5', 1, 4],
      ['2', '6-10', 2, 1],
      ['3', '11-15', 3, 1],
      ['4', '16-20', 4, 0],
      ['5', '21-21', 5, 1],
    ]);
  });

  it('have no surface for zero in an index: zero is its lowest value', () => {
    const map = classes([0, 0.5], 'index');
    expect(map.classes.map(({ key }) => key)).toEqual(['1', '2', '3', '4', '5']);
    expect(map.marks.map(({ classKey, text }) => [classKey, text])).toEqual([
      ['1', '0'],
      ['5', '0.5'],
    ]);
  });

  it('are none where nothing is known', () => {
    const map = classes([null, null], 'index');
    expect(map.classes).toEqual([{ key: 'no_data', label: 'no data', fill: 'no_data', count: 2 }]);
    expect(map.classing).toEqual({ kind: 'index', width: 0 });
    expect(classes([null], 'count').classing).toEqual({ kind: 'each' });
  });
});

describe('the colours of classes', () => {
  it('spread over the ramp from light to dark', () => {
    expect([1, 2, 3, 4, 5].map(rampSteps)).toEqual([[4], [2, 4], [1, 3, 5], [1, 2, 4, 5], [1, 2, 3, 4, 5]]);
    expect(rampSteps(6)).toEqual([1, 2, 3, 4, 5]);
  });

  it('are the ramp’s, the plain surface of zero or the ground of the hatching', () => {
    expect(([3, 'zero', 'no_data'] as const).map(cssFill)).toEqual(['var(--ramp-3)', 'var(--zero)', 'var(--hatch-ground)']);
    expect(([3, 'zero', 'no_data'] as const).map(cssInk)).toEqual(['var(--on-ramp-3)', 'var(--ink)', 'var(--ink)']);
  });
});

describe('a map of named classes', () => {
  it('marks each state with its class, and as no data what is in none of them', () => {
    const map = categoryMap(
      [
        { id: 'MX-DUR', name: 'Durango' },
        { id: 'MX-JAL', name: 'Jalisco' },
      ],
      [
        { key: 'yes', label: 'Yes', fill: 4 },
        { key: 'no', label: 'No', fill: 'zero' },
      ],
      ({ id }) => (id === 'MX-DUR' ? 'yes' : 'unheard of'),
    );
    expect(map.marks).toEqual([
      { id: 'MX-DUR', name: 'Durango', code: 'DUR', classKey: 'yes', fill: 4, text: 'Yes', doubt: undefined },
      { id: 'MX-JAL', name: 'Jalisco', code: 'JAL', classKey: 'unheard of', fill: 'no_data', text: '', doubt: undefined },
    ]);
    expect(map.classes.map(({ key, count }) => [key, count])).toEqual([
      ['yes', 1],
      ['no', 0],
    ]);
  });
});
