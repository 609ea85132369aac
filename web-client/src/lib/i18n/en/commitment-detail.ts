import { midSentence } from '$lib/i18n/sentence';
import { formatFor } from '$lib/format/format';
import type { Words } from '$lib/i18n/words';

const n = formatFor('en').integer;
const list = formatFor('en').list;

export default {
  promiseTitle: 'Who promised what?',
  who: 'Who',
  what: 'What',
  where: 'Where',
  nation: 'Mexico',
  inPlan: 'in',

  codesQuestion: 'Where does it stand, and who says so?',
  codesAnswer: (reported, coded) =>
    reported === null && coded.length === 0
      ? 'There is no record here of its status, nor of an assessment other than the government’s.'
      : `${reported === null ? 'No record here of its status' : `Reported as: ${reported}`}; ${coded.length === 0 ? 'no record here of an assessment other than the government’s' : coded.map(({ says, codes }) => `${list(codes)} (${says})`).join('; ')}.`,
  coded: (name, value) => `${midSentence(name, 'en')}: ${midSentence(value, 'en')}`,
  codesMethod:
    'The status is what those who carry it out, or a public source, report. Each code is that of the newest assessment on record that is not the government’s, with who made it, on the scale of its time: reviews of the Independent Reporting Mechanism (IRM) before and after 2021 do not use the same. Good design, complying and changing something are measured apart and never averaged. “No record here”: such an assessment is not on record.',
  reportedBy: 'According to those who carry it out or a public source',
  verifiedBy: 'According to another organisation, which verified it',
  scale: 'Scale',
  measure: 'Measure',
  value: 'Value',
  meaning: 'What it means',
  says: 'Who says so',
  step: (at, of) => `${n(at)} of ${n(of)}`,

  lifeTitle: 'From proposal to change',
  lifeSteps: 'Steps, when they were taken and by whom',
  lifeHint: 'Computed from the records; nobody types it. A step of which there is no record here is not a step that was not taken.',
  lifeStep: 'Step',
  reached: 'Reached?',
  notYet: 'Not yet',
  assessed: (said) => `As assessed: ${said}. Its status: no record here.`,
  when: 'When',
  needs: (needs: string[]) => `Missing: ${list(needs)}.`,
  proposalsTitle: 'The proposals that it came of',
  proposal: 'Proposal',
  disposition: 'What became of it',
  response: 'Why',
  halfYearsTitle: 'What was reported of each half-year',
  halfYear: 'Half-year',
  stallReason: 'Why nothing moved',
  unblock: 'What would get it moving',

  milestonesQuestion: 'Which steps were planned, and when were they done?',
  milestonesAnswer: (all, onTime, late, missed, unknown) =>
    `Of ${n(all)} ${all === 1 ? 'milestone' : 'milestones'}, ${n(onTime)} on time, ${n(late)} late, ${n(missed)} past due and not done${unknown === 0 ? '' : `, and ${n(unknown)} without both dates`}.`,
  milestonesMethod:
    'Planned: the date in the plan. Done: the date on which a source says that it was finished. Past due: a source says that it is not finished, and the planned date has passed. Without both dates nothing is concluded.',
  milestonesNone: 'There is no record here of the milestones of this commitment: what was planned cannot be set against what was done.',
  punctuality: { early: 'On time', late: 'Late', missed: 'Past due', waiting: 'Not due yet', unknown: 'No record here' },
  days: (days) => `${days > 0 ? '+' : days < 0 ? '−' : ''}${n(Math.abs(days))} ${Math.abs(days) === 1 ? 'day' : 'days'}`,
  difference: 'Difference',

  indicatorsTitle: 'What changed for people?',
  outputsTitle: 'What was made, in numbers',
  outputsHint:
    'These are outputs (what was made, visited, recognised or finished), or numbers of which it is not on record what they are. They do not say what changed for people, and do not count as results.',
  indicatorAnswer: (observed, baseline, target, reached) =>
    observed === null
      ? 'There is no record here of an observation of this indicator.'
      : `Observed: ${observed}. ${baseline === null ? 'There is no record here of the baseline' : `The baseline was ${baseline}`}, and ${target === null ? 'there is no record here of the target' : reached ? `the target (${target}) was reached` : `the target (${target}) was not reached`}${baseline === null ? ', so that it cannot be said how much it changed' : ''}.`,
  indicatorMethod:
    'Baseline, target and observations as the source gives them, on one scale that starts at zero. A value with no record here is hatched. An observed indicator does not prove that the commitment caused it.',
  kind: { baseline: 'Baseline', observed: 'Observed', target: 'Target' },
  date: 'Date',
  source: 'Source',

  neighboursTitle: 'Who else promised something alike?',
  neighboursText:
    'Commitments of other states that share the theme, or one of the words that tell its title from others. The likeness is found by a search, not by an assessment.',
  neighboursNone: 'There is no record here of any in other states.',
  sameArea: (areas) => `Same theme: ${list(areas)}`,
  sameWords: (words) => `Both titles say ${list(words.map((word) => `“${word}”`))}`,
  allOfArea: (area) => `All of ${area}`,
  allWithWord: (word) => `Search for “${word}”`,

  historyAnswer: (count) =>
    count === 1 ? 'One change on record since this record exists.' : `${n(count)} changes on record, the latest first.`,
} satisfies Words['commitment-detail'];
