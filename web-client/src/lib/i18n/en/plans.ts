import { formatFor } from '$lib/format/format';
import type { Words } from '$lib/i18n/words';

const { integer: n, list, one } = formatFor('en');

export default {
  scope: 'Scope',
  municipalities: (names) => (names.length === 1 ? `municipality: ${names[0]}` : `municipalities, by its commitments: ${list(names)}`),
  title: 'Action plans',
  lede: 'Each plan is a list of commitments that government and civil society were to create together. Here are the national and the local ones: what was stated, documented, finished, and what changed.',
  /** Of one that says nothing of itself, to who shares its page. */
  shared: (name: string) =>
    `Open-government plan. ${name}: what was promised, what was finished, what changed and who says so, each figure with its source.`,
  level: 'Level',
  any: 'All',
  levels: { national: 'National', local: 'Local' },
  whenQuestion: 'When was each plan made?',
  whenAnswer: (all: number, dated: number) =>
    `Of ${n(all)} ${one(all, 'plan', 'plans')}, ${n(dated)} ${one(dated, 'has', 'have')} a date on record; without a record here of one: ${n(all - dated)}.`,
  whenMethod:
    'The bar runs from the start to the end that the source gives, to the precision that it gives (day, month or year). Without an end on record the bar opens to the right.',
  openEnd: 'end: no record here',
  doneQuestion: 'Were they done, and did they change anything?',
  column: {
    plan: 'Plan',
    state: 'State',
    start: 'Start',
    end: 'End',
    stated: 'Stated',
    documented: 'Documented',
    compliance: 'Compliance',
    completion: 'Completion, as assessed',
    finished: 'Finished',
    results: 'Early results',
    indicators: 'With an impact indicator',
  },
  national: 'National',
  local: 'Local action plan',
  nationalPlan: 'National action plan',
  period: 'Period',
  stage: 'Stage of the cycle',
  participation: 'Level of participation (IAP2)',
  statedDocumented: 'Commitments stated and documented',
  to: 'to',
  said: 'What does each say, and what is coded here?',
  compliance: 'Reported status',
  impact: 'Early results',
  questionColumn: 'Question',
  measureColumn: 'Measure',
  saidColumn: 'Who says what',
  statusColumn: 'Status',
  countColumn: 'Commitments',
  commitments: 'Its commitments',
  noCommitments: 'No commitment of this plan is documented yet.',
  seeAll: 'Open them in the explorer',
  onlyPresented: (count) => `Only in the presentation: ${n(count)}. They do not count as documented.`,
  body: 'Who sat at the table?',
  bodyHint: 'Governance body of the plan',
  noMembers: 'There is no record here of its members.',
  health: 'Co-creation health',
  bySecretariat: (day) => `By the secretariat of the state, last seen: ${day}`,
  healthHint:
    'OGP’s participation standards and the learnings of the Mexican case, computed from what is recorded. What is not on record is “no record here”, not a failing.',
  verdict: { met: 'Met', not_met: 'Not met', no_data: 'No record here' },
  standard: (number: number) => `OGP standard ${n(number)}`,
  rows: 'See the records',
  rowsOf: (count) => `${n(count)} ${count === 1 ? 'record' : 'records'}`,
  noRows: 'Nothing on record',
  check: 'Check',
  rule: 'When it is met',
  verdictColumn: 'Verdict',
  evidence: 'Records',
  healthQuestion: 'Was the co-creation healthy?',
  healthAnswer: (met, notMet, unknown) =>
    `Of ${n(met + notMet + unknown)} checks, ${n(met)} ${met === 1 ? 'is' : 'are'} met, ${n(notMet)} ${notMet === 1 ? 'is' : 'are'} not, and for ${n(unknown)} nothing is on record.`,
  healthMethod: (date) =>
    `Computed on ${date} from what is recorded. “Not met” requires records that fall short; where nothing is recorded it is “no record here”. Each verdict leads to the rows that it counts.`,
  member: 'Member',
  sector: 'Sector',
  bodyAnswer: (all, civil, left, secretariat) =>
    all === 0
      ? 'There is no record here of its members.'
      : `${n(all)} ${all === 1 ? 'member' : 'members'} by name; ${civil === 0 ? 'no record here of who has the seats of civil society' : `${n(civil)} in seats of civil society`}${left === 0 ? '' : left === 1 ? '; one organisation is on record as having left its seat' : `; ${n(left)} organisations are on record as having left their seats`}${secretariat ? '; they are those of the Local Technical Secretariat, the state’s space of dialogue' : ''}.`,
  bodyMethod:
    'The members of the governance body that a source names. Where none names those of a local plan, the members of its Local Technical Secretariat are shown, which may have changed between plans.',
  toSecretariat: 'See the secretariat',
  withoutRecord: (count) =>
    `For ${n(count)} ${count === 1 ? 'plan' : 'plans'} there is no record here of whether what was promised was done or changed anything, nor of what a voice says of it:`,
  noLessons: 'There is no record here of its lessons.',
  characteristics: 'Characteristics',
  lessons: 'Lessons',
  sources: 'Sources',
  note: 'Note',
} satisfies Words['plans'];
