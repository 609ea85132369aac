import { describe, expect, it } from 'vitest';
import { basisOf, bySector, placeOf } from './health';

const at = (path: string) => placeOf(`http://127.0.0.1:5080/api/v1${path}`);

describe('the rows behind a verdict', () => {
  it('that are commitments open in the explorer with the same filters', () => {
    expect(at('/commitments?plan=MX-NAP4&has_indicators=true&confidence=documented,inferred')).toEqual({
      path: '/commitments',
      query: { plan: 'MX-NAP4', has_indicators: 'true', confidence: 'documented,inferred' },
      anchor: '',
    });
  });
  it('of a secretariat open with the same filters', () => {
    expect(at('/organizations?civil_society_in_secretariat=MX-DUR-STL')).toEqual({
      path: '/organizations',
      query: { civil_society_in_secretariat: 'MX-DUR-STL' },
      anchor: '',
    });
    expect(at('/dialogues/sessions?state=MX-DUR&held_from=2026-05-25')).toEqual({
      path: '/dialogue',
      query: { list: 'sessions', state: 'MX-DUR', held_from: '2026-05-25' },
      anchor: '',
    });
  });
  it('that no page shows are left to the API', () => {
    expect(at('/evidence?plan=MX-NAP4')).toBeNull();
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

describe('the page of rows', () => {
  it('of the members of a plan’s body is that of organisations, with the same filters', () => {
    expect(at('/organizations?civil_society_in_plan=MX-NAP4')).toEqual({
      path: '/organizations',
      query: { civil_society_in_plan: 'MX-NAP4' },
      anchor: '',
    });
  });

  it('of a secretariat is the table of when each began', () => {
    expect(at('/secretariats?state=MX-DUR')).toEqual({
      path: '/secretariats',
      query: { state: 'MX-DUR', since: 'table' },
      anchor: 'since',
    });
  });

  it('of a dialogue is the dialogue, with the same filters', () => {
    for (const list of ['sessions', 'agreements', 'proposals']) {
      expect(at(`/dialogues/${list}?state=MX-DUR`)).toEqual({ path: '/dialogue', query: { list, state: 'MX-DUR' }, anchor: '' });
      expect(at(`/dialogues/${list}`)).toEqual({ path: '/dialogue', query: { list }, anchor: '' });
    }
  });

  it('of organisations is none where their page has no such filter', () => {
    expect(at('/organizations?sector=academia')?.path).toBe('/organizations');
    expect(at('/organizations?succeeded_by=inai')).toBeNull();
  });

  it('is found whatever the service lies under', () => {
    expect(placeOf('https://example.org/open/api/v1/commitments?plan=MX-NAP4')?.path).toBe('/commitments');
    expect(placeOf('/api/v1/commitments')?.path).toBe('/commitments');
  });
});

describe('sectors of equal size', () => {
  it('stand in the order of their codes', () => {
    expect(bySector([{ sector: 'government' }, { sector: 'academia' }, { sector: 'civil_society' }]).map(({ sector }) => sector)).toEqual([
      'academia',
      'civil_society',
      'government',
    ]);
  });
});

describe('a verdict that rests on the secretariat of the state', () => {
  const seen = {
    status_as_of: '2017-12-31',
    status_as_of_precision: 'year',
    members_documented: 7,
    seats_civil_society: null,
    rules_document_url: null,
  } as const;
  const plan = { secretariat_id: 'MX-DUR-STL' };
  const met = { code: 'public_rules', verdict: 'met' };

  it('is as old as what was seen of it', () => {
    expect(basisOf(met, plan, seen)).toEqual({ on: '2017-12-31', precision: 'year' });
  });
  it('is none where it rests on something else, or nothing was seen', () => {
    expect(basisOf({ ...met, verdict: 'not_met' }, plan, seen)).toBeUndefined();
    expect(basisOf({ ...met, code: 'sessions' }, plan, seen)).toBeUndefined();
    expect(basisOf(met, { secretariat_id: null }, seen)).toBeUndefined();
    expect(basisOf(met, plan, { ...seen, status_as_of: null })).toBeUndefined();
    expect(basisOf(met, plan, { ...seen, members_documented: 0 })).toBeUndefined();
    expect(basisOf(met, plan, null)).toBeUndefined();
  });
});
