import { midSentence } from '$lib/i18n/sentence';
import { formatFor } from '$lib/format/format';
import type { Words } from '$lib/i18n/words';

const { integer: n, list, one } = formatFor('en');

export default {
  title: 'Compare states',
  lede: 'Two to five states side by side: how far each has gone, what it promised, whether it was done, whether it changed anything and how open its government was. The address holds the comparison.',
  chosen: 'States compared',
  add: 'Add a state',
  choose: 'Choose a state',
  addButton: 'Add',
  remove: (name) => `Remove ${name}`,
  added: (name, count) => `${name} added; ${n(count)} now.`,
  removed: (name, count) => `${name} removed; ${n(count)} left.`,
  full: 'Five states are compared at most: remove one to add another.',
  unknown: (codes) =>
    `${list(codes.map((code) => `“${code}”`))} ${codes.length === 1 ? 'is not the code of any state' : 'are not codes of any state'}. Codes are like MX-DUR or 10.`,
  left: (names) => `Five states are compared at most; ${list(names)} ${names.length === 1 ? 'is' : 'are'} left out.`,
  few: (count) => (count === 0 ? 'Choose at least two states to compare.' : 'Choose at least one more state.'),
  peers: 'Of similar population:',
  try: 'For example:',
  tableQuestion: 'Where do they differ?',
  tableAnswer: (different, all) =>
    different === 0
      ? `They differ in none of the ${n(all)} facts.`
      : `They differ in ${n(different)} of ${n(all)} ${one(all, 'fact', 'facts')}, which ${one(different, 'is', 'are')} marked.`,
  tableMethod:
    'Each fact is that of the state’s profile. The last column is the distance from the least to the most of the known values; what has no record here has no part in it.',
  fact: 'Fact',
  difference: 'Difference',
  differs: 'differs',
  onlyDifferences: 'Only what differs',
  facts: {
    stage: 'Stage reached',
    participates: 'Joined the local initiative',
    declaration: 'Declaration signed',
    secretariat: 'Local Technical Secretariat',
    population: 'Population',
    finished: 'Commitments finished, of all its plans',
    early: 'Commitments that opened government, of all its plans',
  },
  allPlans:
    'Counted are the commitments of all documented plans of each state and of its municipalities, later ones than the presentation, too.',
  secretariatSeen: (said, date) => `${said}; last seen: ${date}`,
  secretariatYes: 'documented',
  installed: (date) => `installed ${date}`,
  atLatest: (date) => `by ${date} at the latest`,
  stageQuestion: 'How far has each gone?',
  stageAnswer: (parts) => `${parts.map(({ stage, names }) => `${list(names)}: ${midSentence(stage, 'en')}`).join('; ')}.`,
  promisedQuestion: 'How much did each promise, and how much is documented?',
  promisedAnswer: (names, count, total) =>
    names.length === 0
      ? `Together they have ${n(total)} commitments documented here; none stands out.`
      : `${list(names)} ${names.length === 1 ? 'has' : 'have'} most documented commitments: ${n(count)} of the ${n(total)} that they have together.`,
  promisedMethod: 'Bars of one fact share a scale.',
  doneMethod: 'A state without documented commitments has no bar. Bars share a scale: longer, more commitments.',
  noCommitments: 'no documented commitments',
  metricsQuestion: (edition) => `How open was each government${edition === undefined ? '' : ` by the metric’s edition of ${edition}`}?`,
  metricsAnswer: (name, edition, top, high, bottom, low) =>
    `In the edition of ${edition}, “${name}” goes from ${low} (${list(bottom)}) to ${high} (${list(top)}).`,
  metricsEqual: (name, edition) => `In the edition of ${edition} there is no known difference in “${name}”.`,
  metricsNone: 'There is no record here of values of these states in any edition.',
  metricsMethod:
    'Values from 0 to 1 of the Open Government Metric; the line is the national value of the same edition. The table has all editions: they are not always comparable with each other, so a difference is taken between states, never between editions.',
  edition: 'Edition',
  indicator: 'Indicator',
  national: 'National',
  state: 'State',
  results: 'Early results',
  withResults: 'Opened government',
  withoutResults: 'Did not open it, or no results yet',
} satisfies Words['compare'];
