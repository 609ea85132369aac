import { describe, expect, it } from 'vitest';
import type { Secretariat } from '$lib/api/types';
import { civilShare, dialogueOf, onStrip, ruleStart, seatsOf, sinceOf } from './secretariats';

const secretariat = (facts: Partial<Secretariat>): Secretariat =>
  ({
    seats_civil_society: null,
    seats_government: null,
    seats_autonomous_body: null,
    seats_oversight_body: null,
    installed_on: null,
    installed_on_precision: null,
    in_place_by: null,
    in_place_by_precision: null,
    ...facts,
  }) as Secretariat;
const today = new Date('2026-11-24T12:00:00Z');

describe('secretariats', () => {
  it('have no seats where no source gives them, and no part for a sector that it leaves out', () => {
    expect(seatsOf(secretariat({}))).toBeNull();
    const seats = seatsOf(secretariat({ seats_civil_society: 2, seats_government: 2, seats_oversight_body: 1 }));
    expect(seats?.total).toBe(5);
    expect(seats?.parts.map(({ sector }) => sector)).toEqual(['civil_society', 'government', 'oversight_body']);
    expect(civilShare(seats)).toBe(0.4);
    expect(civilShare(null)).toBeNull();
  });

  it('tell the day of installation from the date by which they were in place', () => {
    expect(sinceOf(secretariat({ installed_on: '2015-09-01', installed_on_precision: 'month' }))).toEqual({
      date: '2015-09-01',
      precision: 'month',
      atLatest: false,
    });
    expect(sinceOf(secretariat({ in_place_by: '2017-12-01', in_place_by_precision: 'month' }))?.atLatest).toBe(true);
    expect(sinceOf(secretariat({}))).toBeNull();
  });

  it('without a session on record have no verdict: it is not known that they did not meet', () => {
    expect(dialogueOf('MX-DUR', [], [], today)).toEqual({
      verdict: 'no_data',
      sessions: null,
      recent: null,
      last: null,
      dates: [],
      agreements: null,
    });
  });

  it('meet the rule with one session in the last 183 days, on the first day of them too', () => {
    expect(ruleStart(today)).toBe('2026-05-25');
    const at = (held_on: string) =>
      dialogueOf(
        'MX-DUR',
        [
          { id: 'S', state_id: 'MX-DUR', held_on },
          { id: 'T', state_id: 'MX-JAL', held_on: '2026-11-01' },
        ],
        [],
        today,
      );
    expect(at('2026-05-25').verdict).toBe('met');
    expect(at('2026-05-24')).toMatchObject({ verdict: 'not_met', sessions: 1, recent: 0, last: '2026-05-24' });
    // Announced, not held.
    expect(at('2026-12-01').verdict).toBe('no_data');
  });

  it('count agreements of their own sessions: kept, broken, unknown', () => {
    const sessions = [{ id: 'S', state_id: 'MX-DUR', held_on: '2026-10-01' }];
    const agreements = [true, false, null, true].map((fulfilled) => ({ session_id: 'S', fulfilled }));
    expect(dialogueOf('MX-DUR', sessions, [...agreements, { session_id: 'X', fulfilled: true }], today).agreements).toEqual({
      kept: 2,
      broken: 1,
      unknown: 1,
    });
  });

  it('show two years on a strip that ends today', () => {
    expect(onStrip('2026-11-24', today)).toBe(1);
    expect(onStrip('2026-05-25', today)).toBeCloseTo(0.75, 2);
    expect(onStrip('2019-01-01', today)).toBeNull();
    expect(onStrip('2026-12-01', today)).toBeNull();
  });
});
