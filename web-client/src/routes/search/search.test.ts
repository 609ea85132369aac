import { describe, expect, it } from 'vitest';
import { grouped, pageOf, type Result } from './data';
import { wordsOfQuery } from './words';

const result = (kind: string, id: string, more: Partial<Result> = {}) =>
  ({ kind, record_id: id, state_id: null, commitment_id: null, ...more }) as Result;

describe('what a search found', () => {
  it('is grouped by kind in the order of the best of each', () => {
    const groups = grouped([result('plans', 'A'), result('states', 'B'), result('plans', 'C')]);
    expect(groups.map(({ kind, total }) => [kind, total])).toEqual([
      ['plans', 2],
      ['states', 1],
    ]);
  });

  it.each([
    [result('commitments', 'MX-NAP4-C01'), '/commitments/MX-NAP4-C01'],
    [result('evidence', 'E1', { commitment_id: 'MX-NAP4-C01' }), '/commitments/MX-NAP4-C01#evidence'],
    [result('organizations', 'inai'), '/organizations/inai'],
    [result('secretariats', 'S1', { state_id: 'MX-DUR' }), '/states/MX-DUR'],
    [result('proposals', 'P1'), '/dialogue/proposals/P1'],
    [result('sessions', 'S1'), '/dialogue?list=sessions&id=S1'],
    [result('agreements', 'A1'), null],
  ])('leads to the page that shows it', (found, page) => expect(pageOf(found)).toBe(page));
});

it('has the words of a query without what it excludes', () =>
  expect(wordsOfQuery('salud -agua "gobierno abierto"')).toEqual(['salud', 'gobierno', 'abierto']));
