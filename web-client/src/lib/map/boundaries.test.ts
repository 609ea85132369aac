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
    expect(rounded(path)).toBe('m20,20l5,0z');
  });

  it('drop only points on a straight line', () => {
    expect(rounded('m 0,0 1,0 1,0 0,1 -1,0 2,0 z')).toBe('m0,0l4,0 0,2-2,0 4,0z');
  });
});
