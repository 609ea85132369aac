import { describe, expect, it } from 'vitest';
import { TILE_COLUMNS, TILE_ROWS, TILES } from './tiles';

// The grid as a reader sees it.
const DRAWN = [
  'BCN SON CHH COA NLE  .   .   .   .   . ',
  'BCS SIN DUR ZAC SLP TAM  .   .   .   . ',
  ' .  NAY JAL AGU GUA QUE HID  .   .   . ',
  ' .   .  COL MIC MEX CMX TLA VER  .  YUC',
  ' .   .   .   .  GRO MOR PUE TAB CAM ROO',
  ' .   .   .   .   .   .  OAX CHP  .   . ',
].map((row) => row.trim().split(/\s+/));

describe('the tile grid', () => {
  it('has each state where it is drawn here', () => {
    const drawn = DRAWN.flatMap((row, y) => row.flatMap((code, x) => (code === '.' ? [] : [[`MX-${code}`, [x, y]] as const])));
    expect(TILES).toEqual(Object.fromEntries(drawn));
    expect([TILE_COLUMNS, TILE_ROWS]).toEqual([10, 6]);
  });
});
