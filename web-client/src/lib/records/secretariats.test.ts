import { describe, expect, it } from 'vitest';
import type { Secretariat } from '$lib/api/types';
import type { Asked } from '$lib/measures/ask';
import { civilShare, dialogueOf, onStrip, seatsOf, sinceOf } from './secretariats';

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

  const asked = (row: object) => ({ rows: [{ state: 'MX-DUR', said_by: null, ...row }] }) as unknown as Asked;
  const measures = (meeting: object) => ({
    secretariats_meeting: asked(meeting),
    sessions: asked({ value: 2 }),
    agreements_fulfilled: asked({ yes: 2, no: 1, unknown: 1, total: 4 }),
  });

  it('meet or do not as the measure says; where it says nothing that is not known', () => {
    const verdict = (meeting: object) => dialogueOf('MX-DUR', measures(meeting), [], today).verdict;
    expect([verdict({ yes: 1 }), verdict({ no: 1 }), verdict({ unknown: 1 })]).toEqual(['met', 'not_met', 'no_data']);
    expect(dialogueOf('MX-JAL', measures({ yes: 1 }), [], today)).toEqual({
      verdict: 'no_data',
      sessions: undefined,
      agreements: undefined,
      dates: [],
      last: null,
    });
    expect(dialogueOf('MX-DUR', undefined, [], today).verdict).toBe('no_data');
  });

  it('have the sessions and agreements of their state, and the last day of a session that was held', () => {
    const days = ['2026-05-24', '2026-11-24', '2026-05-25', '2026-12-01'];
    const sessions = [...days.map((held_on) => ({ state_id: 'MX-DUR', held_on })), { state_id: 'MX-JAL', held_on: '2026-11-23' }];
    const { dates, last, ...counted } = dialogueOf('MX-DUR', measures({ yes: 1 }), sessions, today);
    // The one of December is announced, not held.
    expect([dates, last]).toEqual([days.slice(0, 3), '2026-11-24']);
    expect([counted.sessions?.value, counted.agreements?.yes]).toEqual([2, 2]);
  });

  it('show two years on a strip that ends today', () => {
    expect(onStrip('2026-11-24', today)).toBe(1);
    expect(onStrip('2026-05-25', today)).toBeCloseTo(0.75, 2);
    expect(onStrip('2019-01-01', today)).toBeNull();
    expect(onStrip('2026-12-01', today)).toBeNull();
  });
});
