/** Reads RFC 4180 text into records named by its first row. An empty cell is null: unknown. */
export function parseCsv(text: string): Record<string, string | null>[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const body = text.replace(/^\uFEFF/, '');
  for (let i = 0; i < body.length; i++) {
    const character = body.charAt(i);
    if (quoted) {
      if (character !== '"') cell += character;
      else if (body.charAt(i + 1) === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',' || character === '\n') {
      row.push(cell);
      cell = '';
      if (character === '\n') {
        rows.push(row);
        row = [];
      }
    } else if (character !== '\r') cell += character;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  const [names = [], ...records] = rows;
  return records.map((values) => Object.fromEntries(names.map((name, i) => [name, values[i] || null])));
}
