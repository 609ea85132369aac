import tiles from './tiles.json';

/** Column and row of each state on the tile grid: roughly where it lies, every state as large as any other. Widgets read the file, too. */
export const TILES = tiles as unknown as Readonly<Record<string, readonly [column: number, row: number]>>;
export const TILE_COLUMNS = Math.max(...Object.values(TILES).map(([column]) => column)) + 1;
export const TILE_ROWS = Math.max(...Object.values(TILES).map(([, row]) => row)) + 1;
