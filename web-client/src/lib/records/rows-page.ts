import { organizationsView } from '../../routes/organizations/view';

/** Where the dashboard shows the rows that an address of the API lists: a reader is led to a page, not to JSON. Pure. */
export interface RowsPage {
  path: string;
  query: Record<string, string>;
  hash: string;
}

const page = (path: string, query: Record<string, string> = {}, hash = ''): RowsPage => ({ path, query, hash });

/** Filters of organisations that their page takes, and the day, which is of every page. */
const ORGANIZATIONS: readonly string[] = [...organizationsView.names, 'as_of'];

/** Null where no page shows those rows: the API's own address is all there is. */
export function pageOfRows(address: string): RowsPage | null {
  const url = new URL(address);
  const filters = Object.fromEntries(url.searchParams);
  const { confidence, described, in_stated_total, ...narrowing } = filters;
  const names = Object.keys(narrowing).join();
  switch (url.pathname.split('/api/v1')[1]) {
    case '/commitments':
      return page('/commitments', filters);
    case '/secretariats':
      return names === '' ? page('/secretariats') : null;
    case '/plans':
      // Which of the stated plans are on record stands there state by state.
      if (names === 'level' && narrowing.level === 'local' && in_stated_total === 'true') return page('/coverage', {}, 'plans');
      return names === 'level' || names === '' ? page('/plans', narrowing) : null;
    case '/dialogues/proposals':
    case '/dialogues/agreements':
    case '/dialogues/sessions':
      return page('/dialogue', { list: url.pathname.slice(url.pathname.lastIndexOf('/') + 1), ...filters });
    case '/organizations':
      return Object.keys(filters).every((name) => ORGANIZATIONS.includes(name)) ? page('/organizations', filters) : null;
    case '/metrics':
      return names === '' ? page('/metrics') : null;
    case '/states':
      if (names === '') return page('/states', {}, 'table');
      if (names === 'stage') return page('/states', { measure: 'stage', class: narrowing.stage ?? '', tab: 'table' }, 'map');
      return /^has_(secretariat|plan|commitments|results)$|^participates$/.test(names)
        ? page('/states', { steps: 'table' }, 'steps')
        : null;
    default:
      return null;
  }
}
