/** Where on the dashboard the rows behind a verdict can be read. Pure. */
import { pageOfRows } from './rows-page';

export interface Place {
  path: string;
  query: Record<string, string>;
  anchor: string;
}

/** The page that shows what an address of the API lists; null where no page does. */
export function placeOf(rowsUrl: string): Place | null {
  const { pathname, searchParams } = new URL(rowsUrl, 'http://api');
  const query = Object.fromEntries(searchParams);
  const state = query.state === 'no_data' ? undefined : query.state;
  switch (pathname.replace(/^.*\/api\/v1/, '')) {
    case '/commitments':
      return { path: '/commitments', query, anchor: '' };
    case '/secretariats':
      return state === undefined ? null : { path: '/secretariats', query: { state, since: 'table' }, anchor: 'since' };
    case '/dialogues/proposals':
    case '/dialogues/agreements':
    case '/dialogues/sessions':
      return { path: '/dialogue', query: { list: pathname.slice(pathname.lastIndexOf('/') + 1), ...query }, anchor: '' };
    case '/organizations':
      return pageOfRows(new URL(rowsUrl, 'http://api').href) ? { path: '/organizations', query, anchor: '' } : null;
    default:
      return null;
  }
}

/** Members by sector, the largest sector first. */
export function bySector<M extends { sector: string }>(members: readonly M[]): { sector: string; members: M[] }[] {
  const groups = new Map<string, M[]>();
  for (const member of members) groups.set(member.sector, [...(groups.get(member.sector) ?? []), member]);
  return [...groups]
    .map(([sector, own]) => ({ sector, members: own }))
    .sort((a, b) => b.members.length - a.members.length || a.sector.localeCompare(b.sector));
}
