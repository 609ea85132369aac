import { english } from '$lib/i18n/sentence';
import { formatFor } from '$lib/format/format';
import type { Words } from '$lib/i18n/words';

const f = formatFor('en');

export default {
  title: 'Open government metric',
  lede: 'The metric (Métrica de Gobierno Abierto) measured, from 0 to 1, how open institutions were: how much information they gave (transparency) and how much say they allowed (participation), as seen from government and by citizens.',
  edition: 'Edition',
  indicator: 'Indicator',
  value: 'Value',
  scale: 'Scale from 0 to 1',
  scaleOf: (min, max) => `From ${min} (not open at all) to ${max} (fully open)`,
  source: 'Where it comes from',

  trendQuestion: 'Did government in Mexico become more open?',
  trendWent: (name, from, fromYear, to, toYear) =>
    `${name}: from ${from} in ${fromYear} to ${to} in ${toYear}, editions that their own source compares.`,
  trendApart: (list, one) =>
    one
      ? `The value of ${list} stands apart: whether it can be compared with that of the edition before was not established.`
      : `The values of ${list} stand apart: whether they can be compared with those of the edition before was not established.`,
  trendUnanswered: (list, one) =>
    one
      ? `No answer can be given from what is on record: there is a single value, ${list}.`
      : `No answer can be given from what is on record: the values are ${list}, and whether those of one edition can be compared with those of the edition before was not established.`,
  trendAt: (value, year) => `${value} in ${year}`,
  trendNone: 'There is no record here of the national value of any edition.',
  trendLabel: 'National value by edition',
  trendMethod:
    'National values as published. A line joins two editions only where their own source compares them, and below is what they have in common and what not; elsewhere there is a break, because the difference may be another way of measuring and not a change.',
  break: 'not compared',
  breaksTitle: 'Why some points are not joined',
  joinedTitle: 'Why others are, and with what reservation',
  comparable: 'Compared with the one before',
  comparableYes: 'Their source compares them',
  comparableNo: 'Their source says that they are not to be compared',
  comparableUnknown: 'Not established',
  comparableFirst: 'First edition',

  viewsQuestion: 'Do government and citizens see the same?',
  government: 'Government',
  citizen: 'Citizens',
  governmentHint: 'what the institution offers',
  citizenHint: 'what someone who asks obtains',
  gap: 'Difference',
  viewsWidest: (dimension, year, government, citizen) =>
    `The widest distance is in ${dimension} in ${year}: ${government} from government and ${citizen} by citizens.`,
  viewsMissing: (years) => `For ${years} there is no record here by perspective.`,
  viewsDoubted: (list) => `Leaving out ${list}: a note below says why what was published is doubtful.`,
  viewsNone: 'There is no record here of any edition by perspective.',
  viewsMethod:
    'The government perspective measures what institutions offer; the citizen perspective, what a person obtains who looks or asks for information, or who proposes something. No national values by perspective were found for 2021 and 2023: they are shown as “no record here”, not as zero.',
  notes: 'Notes on these values',

  noRanked: (asked, shown) =>
    `Of the edition of ${asked} there are no values of states for this indicator here that can be compared: they are not on record, or disputed. That of ${shown} is shown.`,
  statesQuestion: (indicator, year) => `How open was each state? ${indicator}, edition of ${year}`,
  statesMethod:
    'Each dot is a state; the vertical line is the national value of the same edition. States without a published value in that edition stand apart, as “no record here”.',
  distribution: (count) => `Distribution: each dot is a state (${count})`,
  ranking: 'From highest to lowest',
  places: ({ from, to }) => (from === to ? String(from) : `${from}-${to}`),
  place: ({ from, to }, of) => (from === to ? `place ${from} of ${of}` : `places ${from} to ${to} of ${of}`),
  national: 'National',
  without: (count) => (count === 1 ? 'no record here of 1 state in this edition' : `no record here of ${count} states in this edition`),
  disputed: (count) => `disputed: ${count} ${f.one(count, 'state', 'states')} in this edition`,
  editionStates: (year, states) => `${year} (${states} ${f.one(states, 'state', 'states')})`,

  kindsQuestion: (year) => `Which institutions were most open in the edition of ${year}?`,
  kindsNone: 'Which institutions were most open?',
  level: 'By level of government',
  kind: 'By type of institution',
  grouping: 'Grouping',
  institutions: 'Institutions',
  institutionsOf: (count) => `${count} inst.`,
  kindsAnswer: (high, highest, low, lowest) => `By type, from ${highest} (${high}) down to ${lowest} (${low}).`,
  levelsAnswer: (list) => `By level of government: ${list}.`,
  kindsMethod:
    'Means computed by us from the data of each institution, which was published with the edition; they are not figures published as such. A type with few institutions weighs as much as one with many: the number of each stands beside it.',

  againQuestion: 'Does what was published match its own parts?',
  published: 'Published',
  recomputed: 'Recomputed',
  againWorst: (name, year, published, recomputed) =>
    `Nearly always. The exception: ${name} in ${year}, published as ${published} although its two parts average ${recomputed}.`,
  againAll: (count) =>
    `Yes: in the ${f.one(count, 'only case', `${count} cases`)} that can be recomputed, the difference is within rounding.`,
  againNone: 'No value can be recomputed.',
  againMethod:
    'The index is the mean of transparency and participation, and each of these the mean of its two perspectives. Where both parts were published, the API computes that mean and puts it beside the published value. A difference of up to 0.01 can come from rounding to two decimals.',
  partsMissing: 'its parts were not published',
  caseTitle: (name, year) => `The case of ${english.the(name)}, ${year}`,
  caseText: (published, recomputed, parts) =>
    `It was published as ${published}. The mean of its published parts (${parts}) is ${recomputed}. Both figures are kept here, and neither is chosen.`,
  rounding: 'within rounding',
  beyond: 'more than rounding',

  editionsTitle: 'How was each edition measured?',
  editionsLede: 'Who, when, how many institutions and how. What none of the sources read says is said to be so.',
  authors: 'Authors',
  fieldwork: 'Fieldwork',
  publishedOn: 'Published',
  measured: 'Institutions measured',
  scaleTerm: 'Scale',
  sample: 'Sample',
  formula: 'Formula',
  comparability: 'Comparison',
  note: 'Note',
  nationalValue: 'National values',
  federalValue: 'Federation',
  valuesApi: 'All values in the API',
  notStated: 'None of the sources read says',
} satisfies Words['metrics'];
