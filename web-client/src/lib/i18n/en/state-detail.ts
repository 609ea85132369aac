import { formatFor } from '$lib/format/format';
import type { Words } from '$lib/i18n/words';

const f = formatFor('en');
const n = f.integer;
const one = (count: number, singular: string, plural: string) => (f.plural(count) === 'one' ? singular : plural);

export default {
  eyebrow: 'State',
  official: 'Official name',
  codes: 'Codes',
  capital: 'Capital',
  population: 'Population',
  populationYear: (year) => `${year} census`,
  declaration: 'Declaration signed',
  joined: 'Joined in',
  ladderQuestion: (name) => `How far has ${name} gone?`,
  secretariatQuestion: 'Who sits on the secretariat?',
  secretariat: 'Local technical secretariat',
  noSecretariat: 'No secretariat is documented for this state.',
  allSecretariats: 'See all secretariats',
  compareWith: 'Compare with other states',
  installed: 'Installed',
  inPlaceBy: 'In place by',
  rules: 'Rules of operation',
  seats: 'Seats by sector',
  seatsStated: 'Seats according to the source',
  activity: 'What it was doing',
  noMembers: 'None of the sources consulted names its members.',
  members: 'Members',
  plansQuestion: 'Which plans has it had?',
  plansNone: 'No plans are on record for this state.',
  planNumber: (number) => `Local plan ${n(number)}`,
  planUntitled: (number) => `Local plan ${n(number)} (title unknown)`,
  plansOf: (stated, documented) => `${n(stated)} stated, ${n(documented)} documented`,
  start: (date) => `Start: ${date}`,
  datesUnknown: 'No data on dates',
  commitmentsOf: (count) => `${n(count)} documented ${one(count, 'commitment', 'commitments')}`,
  commitmentsStated: (count) => `${n(count)} stated`,
  commitmentsQuestion: 'What was promised?',
  commitmentsAnswer: (count, done, unknown) =>
    count === 0
      ? 'There are no documented commitments.'
      : `${n(count)} ${one(count, 'commitment', 'commitments')} on record. ${unknown === count ? 'No source says how far they got.' : `${n(done)} ${one(done, 'is', 'are')} reported as finished${unknown === 0 ? '' : `; for ${n(unknown)} no source says how far they got`}.`}`,
  commitmentsMethod:
    'Commitments of this state’s local plans with a record on this site. An implementation status is noted only where a source reports one.',
  commitmentColumn: 'Commitment',
  planColumn: 'Plan',
  themeColumn: 'Theme',
  statusColumn: 'Implementation status',
  metricsQuestion: (name, edition) => `How open was government in ${name} in ${edition}?`,
  metricsNone: (name) => `How open is government in ${name}?`,
  metricsMethod: 'Each tick is a state; the dot is this one and the marker the national value of the same edition. Scale from 0 to 1.',
  edition: 'Edition',
  thisState: 'This state',
  national: 'National',
  rank: 'Place',
  rankOf: (rank, of) => `${n(rank)} of ${n(of)}`,
  indicator: 'Indicator',
  difference: 'Difference',
  otherStates: 'The other states',
  sources: 'Sources of this profile',
  note: 'Note',
  allCommitments: 'Open in the commitments explorer',
  position: 'Position in Mexico',
  all: 'The states',
  answer: {
    stateStage: (name, stage) => `${name} got as far as: ${stage.toLocaleLowerCase('en')}.`,
    stateNone: (name) => `${name} does not take part in the local initiative.`,
    stateMetrics: (name, edition, indicator, value, national, rank, of) =>
      `In ${edition}, ${name} scored ${f.index(value)} on “${indicator}”, place ${n(rank)} of ${n(of)}${national === null ? '' : value === national ? '; the same as the national value' : `; the national value is ${f.index(national)}`}.`,
    noStateMetrics: (name) => `No edition has values for ${name}.`,
    seats: (total, civil) => `${n(total)} named ${one(total, 'member', 'members')}, ${n(civil)} from civil society.`,
  },
} satisfies Words['state-detail'];
