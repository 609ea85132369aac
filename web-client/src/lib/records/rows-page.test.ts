import { expect, it } from 'vitest';
import { some } from '../../../tools/some';
import cases from './rows-page.cases.json';
import { pageOfRows } from './rows-page';

const of = (rows: string) => {
  const found = pageOfRows(`https://api.test/api/v1/${rows}`);
  if (!found) return null;
  const query = new URLSearchParams(found.query).toString();
  return found.path + (query && `?${query}`) + (found.hash && `#${found.hash}`);
};

// The service leads from its widgets and served pages to the same pages; its tests read the same cases.
it.each(some(Object.entries(cases)))('the rows of %s are shown by %s', (rows, page) => expect(of(rows)).toBe(page));
