import { formatFor } from '$lib/format/format';
import type { Words } from '$lib/i18n/words';

const f = formatFor('en');

export default {
  title: 'Timeline',
  lede: 'What happened to open government in Mexico, with date and source, and how large the local initiative was each time that someone counted it.',
  sizesQuestion: 'How did the local initiative grow?',
  sizesAnswer: (first, from, last, to) => `From ${from} states ${first} to ${to} ${last}.`,
  on: (date) => `in ${date}`,
  around: (date) => `around ${date}`,
  sizesNone: 'There is no record here of the number of states.',
  sizesMethod:
    'Each figure is what a source gave at that date: not all of them counted the same things, nor all of them. What a source does not say is “no record here”, not zero. Each measure has a scale of its own, from zero to its highest value.',
  measure: {
    states: 'Participating states',
    secretariats: 'Secretariats',
    plans: 'Local plans',
    commitments: 'Commitments',
    authorities: 'Authorities',
    civil_society_organizations: 'Civil-society organisations',
  },
  date: 'Date',
  notes: 'Notes on each date',
  eventsQuestion: 'What happened, and when?',
  eventsAnswer: (count, text, from, to, national, local) =>
    `${f.one(count, '1 dated event', `${text} dated events`)} between ${from} and ${to}: ${national} national and ${local} local.`,
  eventsNone: 'There are no events on record.',
  eventsMethod:
    'Events dated by a public source. Each date is shown as precisely as it is known: day, month or only year. The declarations of the states are on the page of each.',
  level: 'Level',
  all: 'All',
  national: 'National',
  local: 'Local',
  event: 'Event',
  gap: (years) => (years === 1 ? 'One year without events on record' : `${years} years without events on record`),
} satisfies Words['timeline'];
