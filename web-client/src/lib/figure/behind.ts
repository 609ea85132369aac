import { ask } from '$lib/api/client';
import type { MeasureRow, Source } from '$lib/api/types';
import { cursorOf } from '$lib/url/cursor';

interface Listed {
  items: { sources?: Source[] }[];
  next: string | null;
}

/** Where the records are that some numbers of measures count, and who said those that are no count. */
async function rowsOf(path: string): Promise<{ addresses: string[]; sources: Source[] }> {
  const found = /\/measures\/([^/?]+)\/values(?:\?(.*))?$/.exec(path);
  if (!found?.[1]) return { addresses: [], sources: [] };
  const query = new URLSearchParams(found[2]);
  // All groups together count the same records; by voice other ones are counted.
  if (query.get('by') !== 'voice') query.delete('by');
  const key = found[1];
  const { items } = await ask((api) =>
    api.GET('/api/v1/measures/{key}/values', { params: { path: { key }, query: Object.fromEntries(query) as Record<string, never> } }),
  );
  const rows: readonly MeasureRow[] = items;
  return { addresses: rows.flatMap((row) => row.rows_url ?? []), sources: rows.flatMap((row) => row.sources) };
}

/** The sources of the records of a list, to its end. */
async function sourcesOf(address: string): Promise<Source[]> {
  const { pathname, searchParams } = new URL(address);
  const path = pathname.slice(pathname.indexOf('/api/v1/')) as '/api/v1/states';
  const all: Source[] = [];
  let cursor: string | null = null;
  do {
    const query: Record<string, string> = {
      ...Object.fromEntries(searchParams),
      fields: 'id,sources',
      limit: '500',
      ...(cursor === null ? {} : { cursor }),
    };
    const answer = (await ask((api) => api.GET(path, { params: { query: query as Record<string, never> } }))) as Listed;
    all.push(...answer.items.flatMap(({ sources }) => sources ?? []));
    cursor = cursorOf(answer.next);
  } while (cursor !== null);
  return all;
}

/**
 * Who says what a figure shows that its page has no sources of: those of the records that its measures count. Asked for only when the
 * figure is taken away, where nothing can be followed any more.
 */
export async function sourcesBehind(paths: readonly string[]): Promise<Source[]> {
  const rows = await Promise.all(paths.map(rowsOf));
  const addresses = [...new Set(rows.flatMap((each) => each.addresses))];
  const listed = await Promise.all(addresses.map(sourcesOf));
  return [...rows.flatMap((each) => each.sources), ...listed.flat()];
}
