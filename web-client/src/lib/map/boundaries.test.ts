import boundaries from 'virtual:boundaries';
import { describe, expect, it } from 'vitest';
import { rounded } from '../../../tools/boundaries';
import { TILES } from './tiles';

describe('the outlines of the states', () => {
  it('are there for the same 32 states as the tiles', () => {
    expect(Object.keys(boundaries.paths).sort()).toEqual(Object.keys(TILES).sort());
  });

  it('keep absolute points on the grid, without errors adding up', () => {
    // Ten steps of 0.26 end at 2.6, which is 5.2 half units: 5, not ten times a rounded step.
    const path = 'm 10,10' + ' 0.26,0'.repeat(10) + ' z';
    expect(rounded(path)).toBe('m20,20l1,0 1,0 1,0 1,0 1,0z');
  });
});
