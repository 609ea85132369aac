import { expect, it } from 'vitest';
import { both } from './both';

it('matches the rows of two lists of filters', () => {
  expect(both({ state: 'MX-DUR' }, { answered: 'true' })).toEqual({ state: 'MX-DUR', answered: 'true' });
  expect(both({ fulfilled: 'true,no_data' }, { fulfilled: 'false,no_data' })).toEqual({ fulfilled: 'no_data' });
  expect(both({ fulfilled: '!false' }, { fulfilled: 'false,no_data' })).toEqual({ fulfilled: 'no_data,!false' });
  expect(both({ fulfilled: 'true' }, { fulfilled: 'false,no_data' })).toBeNull();
  expect(both({ fulfilled: '!true' }, { fulfilled: 'true' })).toBeNull();
});
