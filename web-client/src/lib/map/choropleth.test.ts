import { describe, expect, it } from 'vitest';
import { chosenClass, classOf, countClasses, explained, inClass, indexClasses, numberMap } from './choropleth';
import { TILES } from './tiles';

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
    for (const value of values.slice(1)) expect(classes.filter(({ from, to }) => value >= from && value <= to)).toHaveLength(1);
  });

  it('cover every index value once, the highest included', () => {
    const values = [0.27, 0.3817, 0.4265, 0.41, 0.51];
    const classes = indexClasses(values);
    expect(classes.length).toBeLessThanOrEqual(5);
    for (const value of values) expect(classOf(classes, value, 'index')).toBeGreaterThanOrEqual(0);
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
