import { english, midSentence } from '$lib/i18n/sentence';
import { formatFor } from '$lib/format/format';
import type { Words } from '$lib/i18n/words';

const f = formatFor('en');
const n = f.integer;
const { one } = f;

export default {
  eyebrow: 'State',
  /** What a link to its page says. */
  shared: (name: string) =>
    `Local open government. ${name}: how far it came, its secretariat, its plans and commitments, and its index by both views, each figure with its source.`,
  official: 'Official name',
  codes: 'Codes',
  capital: 'Capital',
  population: 'Population',
  populationYear: (year) => `${year} census`,
  declaration: 'Declaration signed',
  joinedYear: 'Year in which it joined',
  ladderQuestion: (name) => `How far has ${english.the(name)} gone?`,
  secretariatQuestion: 'Who had a seat on the secretariat?',
  secretariat: 'Local technical secretariat',
  noSecretariat: 'There is no record here of a secretariat of this state.',
  allSecretariats: 'See all secretariats',
  compareWith: 'Compare with other states',
  status: 'State of the secretariat',
  lastSeen: (date) => `last seen ${date}`,
  installed: 'Installed',
  inPlaceBy: 'In place by',
  rules: 'Rules of operation',
  seats: 'Seats by sector',
  seatsStated: 'Seats according to the source',
  activity: 'What it was doing',
  members: 'Members',
  plansQuestion: 'Which plans has it had?',
  plansNone: 'There is no record here of plans of this state.',
  plansOf: (stated, documented) =>
    `the presentation counts ${n(stated)}; documented, later and municipal ones among them: ${documented === 0 ? 'no record here' : n(documented)}`,
  ofPlans: (names) => `of: ${f.list(names)}`,
  start: (date) => `Start: ${date}`,
  datesUnknown: 'No record here of its dates',
  commitmentsOf: (count) =>
    count === 0 ? 'commitments: no record here' : `${n(count)} documented ${one(count, 'commitment', 'commitments')}`,
  commitmentsNoneOf: (none) => `commitments documented: ${none}`,
  commitmentsStated: (count) => `${n(count)} stated`,
  commitmentsQuestion: 'What was promised?',
  commitmentsNone: 'There are no commitments on record here.',
  commitmentsMethod: 'The commitments of this state’s local plans.',
  commitmentColumn: 'Commitment',
  planColumn: 'Plan',
  statusColumn: 'Implementation status',
  metricsQuestion: (name, edition) => `How open was government in ${english.the(name)}, by the metric’s edition of ${edition}?`,
  metricsNone: (name) => `How open was government in ${english.the(name)}?`,
  metricsMethod: 'Each tick is a state; the dot is this one and the marker the national value of the same edition. Scale from 0 to 1.',
  edition: 'Edition',
  thisState: 'This state',
  national: 'National',
  rank: 'Place',
  notAll: (of) => `no place: ${n(of)} ${one(of, 'state', 'states')} on record here`,
  rankOf: ({ from, to }, of) => `${n(from)}${from === to ? '' : ` to ${n(to)}`} of ${n(of)}`,
  indicator: 'Indicator',
  difference: 'Difference',
  otherStates: 'The other states',
  sources: 'Sources of this profile',
  note: 'Note',
  allCommitments: 'Open in the commitments explorer',
  position: 'Position in Mexico',
  all: 'The states',
  answer: {
    stateStage: (name, stage) => `The furthest step of ${english.the(name)} on record: ${midSentence(stage, 'en')}.`,
    stateNone: (name, day) =>
      `${english.The(name)} did not join the local initiative, ${day === null ? 'as far as is on record here' : `as of ${day}, the last that is on record here`}.`,
    stateMetrics: (name, edition, indicator, value, national, place, of) =>
      `In the edition of ${edition}, ${english.the(name)} scored ${f.index(value)} on “${indicator}”, ${place === null ? `without a place, since only ${n(of)} ${one(of, 'state is', 'states are')} on record here` : `${place.from === place.to ? `place ${n(place.from)}` : `places ${n(place.from)} to ${n(place.to)}`} of ${n(of)}`}${national === null ? '' : value === national ? '; the same as the national value' : `; the national value is ${f.index(national)}`}.`,
    noStateMetrics: (name) => `There is no record here of values for ${english.the(name)} in any edition.`,
    seats: (total, civil) =>
      total === 0
        ? 'There is no record here of who its members are.'
        : `${n(total)} named ${one(total, 'member', 'members')}; ${civil === 0 ? 'no record here of who has the seats of civil society' : `${n(civil)} in seats of civil society`}.`,
  },
} satisfies Words['state-detail'];
