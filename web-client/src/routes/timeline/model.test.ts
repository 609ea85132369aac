import { describe, expect, it } from 'vitest';
import { formatFor } from '$lib/format/format';
import english from '$lib/i18n/en/timeline';
import spanish from '$lib/i18n/es/timeline';
import { eventsAnswer, panels, sizesAnswer, years, type InitiativeSize, type TimelineEvent } from './model';

const size = (observed_on: string, states: number | null) =>
  ({
    id: observed_on,
    observed_on,
    observed_on_precision: 'year',
    states,
    secretariats: null,
    plans: null,
    commitments: null,
    authorities: null,
    civil_society_organizations: null,
    civil_society_organizations_qualifier: null,
  }) as InitiativeSize;
const event = (occurred_on: string, level: 'national' | 'local') => ({ id: occurred_on, occurred_on, level }) as TimelineEvent;

describe('sizes', () => {
  const sizes = [size('2020-01-01', 30), size('2017-02-01', 23), size('2018-01-01', null)];
  it('are in order of date, with the unknown kept', () => {
    expect(panels(sizes)[0]).toMatchObject({ measure: 'states', max: 30, bars: [{ value: 23 }, { value: null }, { value: 30 }] });
    expect(panels(sizes)[1]?.max).toBe(0);
  });
  it('answer with the first and the last known', () => {
    expect(sizesAnswer(sizes, english, formatFor('en'))).toBe('From 23 states in 2017 to 30 in 2020.');
    expect(sizesAnswer([], spanish, formatFor('es'))).toBe(spanish.sizesNone);
  });
});

describe('events', () => {
  it('are grouped by year, with the empty years between counted', () => {
    expect(
      years([event('2015-01-01', 'local'), event('2011-05-01', 'national'), event('2011-01-01', 'national')]).map(
        ({ year, events, gap }) => [year, events.length, gap],
      ),
    ).toEqual([
      [2011, 2, 0],
      [2015, 1, 3],
    ]);
  });
  it('answer with how many, from when to when', () => {
    expect(eventsAnswer([event('2011-01-01', 'national'), event('2015-01-01', 'local')], english, formatFor('en'))).toBe(
      '2 dated events between 2011 and 2015: 1 national and 1 local.',
    );
  });
});
