import boundaries from 'virtual:boundaries';
import { describe, expect, it } from 'vitest';
import { some } from '../../../tools/some';
import { ringsOf } from '../../../tools/boundaries';
import { CENTRAL, CENTRE } from './inset';
import { placeAt, placed, type Places } from './roving';
import { TILES } from './tiles';

const LYING: Places = Object.fromEntries(Object.entries(boundaries.places).map(([id, { x, y }]) => [id, [x, y]]));

describe.each([
  ['the map', LYING],
  ['the tiles', TILES],
])('the arrow keys on %s', (_, places) => {
  const ids = Object.keys(places).sort();

  it.each(some(ids))('lead from %s to every other state', (start) => {
    const reached = new Set([start]);
    const ahead = [start];
    for (let at = ahead.pop(); at !== undefined; at = ahead.pop())
      for (const key of some(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])) {
        const next = placeAt(key, at, ids, places);
        if (next === undefined || reached.has(next)) continue;
        reached.add(next);
        ahead.push(next);
      }
    expect(reached.size).toBe(32);
  });
});

describe('a key on the map', () => {
  const ids = Object.keys(TILES);
  it('goes where it points, Home and End to the first and the last, any other nowhere', () => {
    const from = (key: string) => placeAt(key, 'MX-DUR', ids, TILES);
    expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Enter', 'Tab'].map(from)).toEqual([
      'MX-SIN',
      'MX-ZAC',
      'MX-CHH',
      'MX-JAL',
      'MX-BCN',
      'MX-CHP',
      undefined,
      undefined,
    ]);
  });
  it('leads nowhere from the edge', () => {
    expect(placeAt('ArrowUp', 'MX-BCN', ids, TILES)).toBeUndefined();
  });
});

describe('the letters and the inset', () => {
  it('have a point inside each state', () => {
    for (const { room } of some(Object.values(boundaries.places))) expect(room).toBeGreaterThan(0);
  });

  it('show once more every state that reaches into the centre', () => {
    const reaching = Object.entries(boundaries.paths).flatMap(([id, path]) =>
      ringsOf(path)
        .flat()
        .some(([x, y]) => x > CENTRE.x && x < CENTRE.x + CENTRE.width && y > CENTRE.y && y < CENTRE.y + CENTRE.height)
        ? [id]
        : [],
    );
    expect(new Set(reaching)).toEqual(CENTRAL);
  });

  it('leave no state without letters in a map as wide as a page', () => {
    const pixel = boundaries.width / 960;
    const zoom = 450 / CENTRE.width;
    const without = Object.entries(boundaries.places).flatMap(([id, { room }]) =>
      room >= 12 * pixel || (CENTRAL.has(id) && room * zoom >= 12 * pixel) ? [] : [id],
    );
    expect(without).toEqual([]);
  });
});

describe('the arrow keys on a chart', () => {
  const box = (x: number, y: number) => ({ x, y, width: 10, height: 10 });

  it('lead to each of several points in one place', () => {
    const places = placed([box(0, 0), box(50, 20), box(50, 20), box(50, 20), box(90, 0)]);
    const ids = Object.keys(places);
    expect(placeAt('ArrowRight', '0', ids, places)).toBe('1');
    expect(placeAt('ArrowDown', '1', ids, places)).toBe('2');
    expect(placeAt('ArrowDown', '2', ids, places)).toBe('3');
    expect(placeAt('ArrowUp', '3', ids, places)).toBe('2');
  });

  it('go down its rows one by one', () => {
    const places = placed([box(0, 0), box(0, 30), box(0, 60)]);
    const ids = Object.keys(places);
    expect([placeAt('ArrowDown', '0', ids, places), placeAt('ArrowUp', '2', ids, places)]).toEqual(['1', '1']);
    expect([placeAt('Home', '2', ids, places), placeAt('End', '0', ids, places)]).toEqual(['0', '2']);
  });
});
