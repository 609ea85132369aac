/** Where on the dashboard the rows behind a verdict can be read. Pure. */
import type { PlanHealth, Secretariat } from '$lib/api/types';
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

/** Checks that the secretariat of the state is enough for. */
const OF_SECRETARIAT: readonly string[] = ['public_rules', 'civil_society_members'];

type Seen = Pick<
  Secretariat,
  'status_as_of' | 'status_as_of_precision' | 'members_documented' | 'seats_civil_society' | 'rules_document_url'
>;

/** What is met by the secretariat of the state is as old as what was seen of it, as the service says it without scripts (`HealthWidget`). */
export interface Basis {
  on: string;
  precision: string | null;
}

/** Undefined where a verdict does not rest on a secretariat, or nothing was seen of it. */
export function basisOf(
  check: { code: string; verdict: string },
  health: Pick<PlanHealth, 'secretariat_id'>,
  secretariat: Seen | null | undefined,
): Basis | undefined {
  if (check.verdict !== 'met' || !OF_SECRETARIAT.includes(check.code) || health.secretariat_id === null || !secretariat) return undefined;
  const { status_as_of: on, status_as_of_precision: precision } = secretariat;
  const isEmpty =
    secretariat.members_documented === 0 && (secretariat.seats_civil_society ?? 0) === 0 && secretariat.rules_document_url === null;
  return on === null || isEmpty ? undefined : { on, precision };
}
