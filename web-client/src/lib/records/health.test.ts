import { describe, expect, it } from 'vitest';
import { bySector, placeOf } from './health';

const at = (path: string) => placeOf(`http://127.0.0.1:5080/api/v1${path}`);

describe('the rows behind a verdict', () => {
  it('that are commitments open in the explorer with the same filters', () => {
    expect(at('/commitments?plan=MX-NAP4&has_indicators=true&confidence=documented,inferred')).toEqual({
      path: '/commitments',
      query: { plan: 'MX-NAP4', has_indicators: 'true', confidence: 'documented,inferred' },
      anchor: '',
    });
  });
  it('of a secretariat open on its page', () => {
    expect(at('/organizations?civil_society_in_secretariat=MX-DUR-STL')).toMatchObject({
      path: '/secretariats',
      query: { state: 'MX-DUR' },
      anchor: 'members',
    });
    expect(at('/dialogues/sessions?state=MX-DUR&held_from=2026-05-25')).toMatchObject({ path: '/secretariats', anchor: 'dialogue' });
  });
  it('that no page shows are left to the API', () => {
    expect(at('/dialogues/proposals?plan=MX-NAP4&answered=true')).toBeNull();
    expect(at('/secretariats?state=no_data&status=installed')).toBeNull();
  });
});

describe('people at the table', () => {
  it('are told by sector, the largest first', () => {
    expect(
      bySector([{ sector: 'government' }, { sector: 'civil_society' }, { sector: 'civil_society' }]).map(({ sector, members }) => [
        sector,
        members.length,
      ]),
    ).toEqual([
      ['civil_society', 2],
      ['government', 1],
    ]);
  });
});
