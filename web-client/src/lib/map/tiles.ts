/** Column and row of each state on the tile grid: roughly where it lies, every state as large as any other. */
export const TILES: Readonly<Record<string, readonly [column: number, row: number]>> = {
  'MX-BCN': [0, 0], 'MX-SON': [1, 0], 'MX-CHH': [2, 0], 'MX-COA': [3, 0], 'MX-NLE': [4, 0],
  'MX-BCS': [0, 1], 'MX-SIN': [1, 1], 'MX-DUR': [2, 1], 'MX-ZAC': [3, 1], 'MX-SLP': [4, 1], 'MX-TAM': [5, 1],
  'MX-NAY': [1, 2], 'MX-JAL': [2, 2], 'MX-AGU': [3, 2], 'MX-GUA': [4, 2], 'MX-QUE': [5, 2], 'MX-HID': [6, 2],
  'MX-COL': [2, 3], 'MX-MIC': [3, 3], 'MX-MEX': [4, 3], 'MX-CMX': [5, 3], 'MX-TLA': [6, 3], 'MX-VER': [7, 3], 'MX-YUC': [9, 3],
  'MX-GRO': [4, 4], 'MX-MOR': [5, 4], 'MX-PUE': [6, 4], 'MX-TAB': [7, 4], 'MX-CAM': [8, 4], 'MX-ROO': [9, 4],
  'MX-OAX': [6, 5], 'MX-CHP': [7, 5],
};
export const TILE_COLUMNS = 10;
export const TILE_ROWS = 6;
