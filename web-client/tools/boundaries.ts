import published from '@svg-maps/mexico';
import type { Plugin } from 'vite';

interface SvgMap {
  viewBox: string;
  locations: { id: string; path: string }[];
}

// The package's own types do not say what its map looks like.
const mexico = published as SvgMap;

/** Steps per unit of the published map, which is 793 units wide: half a unit is under a pixel on a page. */
const GRID = 2;

const ID = 'virtual:boundaries';

/**
 * Serves the outlines of the 32 states as `virtual:boundaries`, snapped to half a unit.
 * The published paths carry five decimals and points closer than a pixel; without what no one can
 * see the asset is a third as heavy.
 */
export function boundaries(): Plugin {
  return {
    name: 'opengov-boundaries',
    resolveId: (id) => (id === ID ? '\0' + ID : undefined),
    load(id) {
      if (id !== '\0' + ID) return undefined;
      const [, , width, height] = mexico.viewBox.split(' ').map(Number);
      const paths = Object.fromEntries(mexico.locations.map((location) => [`MX-${location.id.toUpperCase()}`, rounded(location.path)]));
      const places = Object.fromEntries(Object.entries(paths).map(([id, path]) => [id, placeOf(path)]));
      return `export default ${JSON.stringify({ width: (width ?? 0) * GRID, height: (height ?? 0) * GRID, paths, places })};`;
    },
  };
}

/**
 * Rewrites a path of relative moves so that every *absolute* point lies on a grid of half units, counted in
 * whole numbers. Neighbours share their border points, and a point snaps to the same place for both.
 */
export function rounded(path: string): string {
  const tokens = path.match(/[a-zA-Z]|-?[\d.]+/g) ?? [];
  const onGrid = (n: number) => Math.round(n * GRID);
  let command = '';
  let [x, y] = [0, 0]; // where the original pen is
  let [gx, gy] = [0, 0]; // where the pen on the grid is
  let [sx, sy] = [0, 0]; // start of the current ring
  let out = '';
  let last = '';
  // The line that is being drawn: points in the same direction only make it longer.
  let [runX, runY] = [0, 0];
  const write = (letter: 'm' | 'l', dx: number, dy: number) => {
    // The letter is written once for a run of lines; a minus sign separates numbers by itself.
    out += letter === last ? (dx < 0 ? '' : ' ') : letter;
    out += `${dx}${dy < 0 ? '' : ','}${dy}`;
    last = letter;
  };
  const flush = () => {
    if (runX !== 0 || runY !== 0) write('l', runX, runY);
    [runX, runY] = [0, 0];
  };
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i] ?? '';
    if (/[a-zA-Z]/.test(token)) {
      command = token;
      i++;
      if (command === 'z') {
        flush();
        out += last = 'z';
        [x, y] = [sx, sy];
        [gx, gy] = [onGrid(sx), onGrid(sy)];
      }
      continue;
    }
    const [dx, dy] = [Number(token), Number(tokens[i + 1])];
    i += 2;
    const absolute = command === command.toUpperCase();
    [x, y] = absolute ? [dx, dy] : [x + dx, y + dy];
    const [nx, ny] = [onGrid(x), onGrid(y)];
    const [stepX, stepY] = [nx - gx, ny - gy];
    const isMove = command.toLowerCase() === 'm';
    if (isMove) {
      flush();
      [sx, sy] = [x, y];
      write('m', stepX, stepY);
    } else {
      const straight = runX * stepY === runY * stepX && runX * stepX + runY * stepY >= 0;
      if (!straight) flush();
      [runX, runY] = [runX + stepX, runY + stepY];
    }
    [gx, gy] = [nx, ny];
    // After a move, further pairs are lines of the same kind.
    if (isMove) command = command === 'M' ? 'L' : 'l';
  }
  flush();
  return out;
}

type Point = [x: number, y: number];

/** The rings of a path as `rounded` writes it: relative moves and lines. */
export function ringsOf(path: string): Point[][] {
  const rings: Point[][] = [];
  let [x, y] = [0, 0];
  let command = '';
  const tokens = path.match(/[a-z]|-?\d+/g) ?? [];
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i] ?? '';
    if (/[a-z]/.test(token)) {
      command = token;
      i++;
      if (command === 'z') [x, y] = rings.at(-1)?.[0] ?? [0, 0];
      continue;
    }
    [x, y] = [x + Number(token), y + Number(tokens[i + 1])];
    i += 2;
    if (command === 'm') rings.push([]);
    rings.at(-1)?.push([x, y]);
    if (command === 'm') command = 'l';
  }
  return rings;
}

/** Three letters are about half as high as wide: room above and below counts twice. */
const TALL = 2;

/** The point of a state that is furthest from its border, searched on a grid and once more around the best of it. */
export function placeOf(path: string): { x: number; y: number; room: number } {
  const rings = ringsOf(path);
  const all = rings.flat();
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const edges = rings.flatMap((ring) => ring.map((from, i) => [from, ring[(i + 1) % ring.length] ?? from] as const));
  const roomAt = (x: number, y: number) => {
    let inside = false;
    let least = Infinity;
    for (const [[ax, ay], [bx, by]] of edges) {
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      const [dx, dy] = [bx - ax, (by - ay) * TALL];
      const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * TALL * dy) / (dx * dx + dy * dy || 1)));
      least = Math.min(least, Math.hypot(ax + along * dx - x, (ay - y) * TALL + along * dy));
    }
    return inside ? least : -1;
  };
  const best = (x0: number, x1: number, y0: number, y1: number) => {
    let found = { x: x0, y: y0, room: -1 };
    for (let i = 0; i <= 24; i++)
      for (let j = 0; j <= 24; j++) {
        const [x, y] = [x0 + ((x1 - x0) * i) / 24, y0 + ((y1 - y0) * j) / 24];
        const room = roomAt(x, y);
        if (room > found.room) found = { x, y, room };
      }
    return found;
  };
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const rough = best(left, right, top, bottom);
  const [stepX, stepY] = [(right - left) / 24, (bottom - top) / 24];
  const fine = best(rough.x - stepX, rough.x + stepX, rough.y - stepY, rough.y + stepY);
  return { x: Math.round(fine.x), y: Math.round(fine.y), room: Math.round(fine.room) };
}
