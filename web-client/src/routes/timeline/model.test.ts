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
    const marked = (step: string, doubt: string) => `${step} (${doubt})`;
    expect(sizesAnswer(sizes, english, formatFor('en'), marked)).toBe('From 23 states in 2017 to 30 in 2020.');
    const presented = sizes.map((each) => (each.states === 30 ? { ...each, confidence: 'presentation' as const } : each));
    expect(sizesAnswer(presented, english, formatFor('en'), marked)).toBe('From 23 states in 2017 to 30 around 2020 (presentation).');
    expect(sizesAnswer([], spanish, formatFor('es'), marked)).toBe(spanish.sizesNone);
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

describe('the sizes of the initiative', () => {
  const counted = (facts: Partial<InitiativeSize>) => ({ ...size('2020-01-01', 30), ...facts }) as InitiativeSize;
  const panel = (measure: string, facts: Partial<InitiativeSize>) =>
    panels([counted(facts)])
      .find((each) => each.measure === measure)
      ?.bars.map(({ value, atLeast }) => [value, atLeast])[0];

  it('are “at least” only where a source says so, and only of civil society', () => {
    const facts = { civil_society_organizations: 400, plans: 60 };
    const atLeast = { ...facts, civil_society_organizations_qualifier: 'at_least' as const };
    expect(panel('civil_society_organizations', atLeast)).toEqual([400, true]);
    expect(panel('plans', atLeast)).toEqual([60, false]);
    expect(panel('civil_society_organizations', facts)).toEqual([400, false]);
  });

  it('are one panel for each thing that is counted', () => {
    expect(panels([]).map(({ measure, max }) => [measure, max])).toEqual([
      ['states', 0],
      ['secretariats', 0],
      ['plans', 0],
      ['commitments', 0],
      ['authorities', 0],
      ['civil_society_organizations', 0],
    ]);
  });

  it('answer without those dates of which no number of states is known', () => {
    const sizes = [
      size('2015-01-01', null),
      size('2016-01-01', 20),
      size('2018-01-01', 25),
      size('2020-01-01', 30),
      size('2022-01-01', null),
    ];
    expect(sizesAnswer(sizes, english, formatFor('en'), (step) => step)).toBe('From 20 states in 2016 to 30 in 2020.');
    expect(sizesAnswer([size('2015-01-01', null)], english, formatFor('en'), (step) => step)).toBe(
      'There is no record here of the number of states.',
    );
  });
});

describe('the events on record', () => {
  it('are counted from the first to the last year, national and local apart', () => {
    const events = [
      event('2015-01-01', 'local'),
      event('2013-01-01', 'local'),
      event('2018-01-01', 'national'),
      event('2011-01-01', 'local'),
    ];
    expect(eventsAnswer(events, english, formatFor('en'))).toBe('4 dated events between 2011 and 2018: 1 national and 3 local.');
  });

  it('are none where there is none', () => {
    expect(eventsAnswer([], english, formatFor('en'))).toBe('There are no events on record.');
  });
});
