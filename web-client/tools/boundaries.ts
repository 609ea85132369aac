import published from '@svg-maps/mexico';
import type { Plugin } from 'vite';

interface SvgMap {
  viewBox: string;
  locations: { id: string; path: string }[];
}

// The package's own types do not say what its map looks like.
const mexico = published as SvgMap;

const ID = 'virtual:boundaries';

/**
 * Serves the outlines of the 32 states as `virtual:boundaries`, rounded to a tenth of a unit.
 * The published paths carry five decimals; on a map a thousand pixels wide two of them can be
 * seen by no one, and leaving them out makes the asset less than half as heavy.
 */
export function boundaries(): Plugin {
  return {
    name: 'opengov-boundaries',
    resolveId: (id) => (id === ID ? '\0' + ID : undefined),
    load(id) {
      if (id !== '\0' + ID) return undefined;
      const [, , width, height] = mexico.viewBox.split(' ').map(Number);
      const paths = Object.fromEntries(
        mexico.locations.map((location) => [`MX-${location.id.toUpperCase()}`, rounded(location.path)]),
      );
      return `export default ${JSON.stringify({ width, height, paths })};`;
    },
  };
}

/** Rewrites a path of relative moves with every *absolute* point on the grid, so that errors never add up. */
export function rounded(path: string): string {
  const tokens = path.match(/[a-zA-Z]|-?[\d.]+/g) ?? [];
  const tenth = (n: number) => Math.round(n * 10);
  let command = '';
  let [x, y] = [0, 0]; // where the original pen is
  let [gx, gy] = [0, 0]; // where the pen on the grid is, in tenths
  let [sx, sy] = [0, 0]; // start of the current ring
  let out = '';
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i] ?? '';
    if (/[a-zA-Z]/.test(token)) {
      command = token;
      i++;
      if (command === 'z') {
        out += 'z';
        [x, y] = [sx, sy];
        [gx, gy] = [tenth(sx), tenth(sy)];
      }
      continue;
    }
    const [a, b] = [Number(token), Number(tokens[i + 1])];
    i += 2;
    const absolute = command === command.toUpperCase();
    [x, y] = absolute ? [a, b] : [x + a, y + b];
    const [nx, ny] = [tenth(x), tenth(y)];
    const isMove = command.toLowerCase() === 'm';
    if (isMove) [sx, sy] = [x, y];
    // Points that fall on the one before add nothing, except the first of a ring.
    if (isMove || nx !== gx || ny !== gy) {
      out += out === '' ? `M${nx / 10},${ny / 10}` : `${isMove ? 'm' : 'l'}${(nx - gx) / 10},${(ny - gy) / 10}`;
      [gx, gy] = [nx, ny];
    }
    // After a move, further pairs are lines of the same kind.
    if (isMove) command = command === 'M' ? 'L' : 'l';
  }
  return out.replaceAll(',-', '-').replace(/l(-)/g, 'l$1');
}
