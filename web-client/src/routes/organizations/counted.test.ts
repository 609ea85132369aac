import { expect, it } from 'vitest';
import { groupsOf } from './counted';

it('finds the rows of a value by its filter, within those of the page', () => {
  const facets = [
    { value: 'government', count: 2 },
    { value: null, count: 1 },
  ];
  expect(groupsOf(facets, 'sector', { state: 'MX-DUR' })).toEqual([
    { code: 'government', count: 2, filters: { state: 'MX-DUR', sector: 'government' } },
    { code: null, count: 1, filters: { state: 'MX-DUR', sector: 'no_data' } },
  ]);
  expect(groupsOf(facets.slice(0, 1), 'sector', { sector: 'government,academia' })).toEqual([
    { code: 'government', count: 2, filters: { sector: 'government' } },
  ]);
});
