import { formatFor } from '$lib/format/format';
import type { Words } from '$lib/i18n/words';

const f = formatFor('en');
const n = f.integer;
const { one } = f;

export default {
  title: 'Open government in Mexico: what was promised, done and changed',
  headline: 'What open government in Mexico promised, what was done, and what changed.',
  minute: 'In one minute',
  notSubtracted: 'Cannot be subtracted.',
  notAPart: 'Cannot be subtracted: whether they are the same ones is not known',
  stated: 'stated',
  documented: 'documented here',
  statedTitle: 'What is stated and what is documented',
  statedLede:
    'INAI’s presentation states certain figures; this site holds the records that could be found in public sources. They are two different numbers, and both are shown.',
  coverage: (share, numbers) => `${share} documented: ${numbers} that the presentation states`,
  beyond: 'more than stated',
  notRecorded: 'cannot be compared',
  seeRows: (label) => `See the records: ${label}`,
  coverageQuestion: 'How much of what is stated is documented?',
  coverageMethod:
    'Stated: the figure in INAI’s presentation. Documented: the records on this site that were seen on a public page, or inferred from such pages with a note. Coverage is documented divided by stated; where the stated figure is a minimum (“more than 120”), coverage is at most what is shown.',
  impactQuestion: 'Were they done, and did they change anything?',
  statusColumn: 'Implementation status',
  byStatus: 'By their status:',
  assessed: (voices) => (voices === '' ? 'By assessments:' : `By assessments (${voices}):`),
  byCodes: 'By its codes:',
  shareColumn: '% of what is stated',
  planColumn: 'Plan',
  questionColumn: 'Question',
  answerColumn: 'Who says what',
  nationalPlansOnly: 'National plans',
  accordingTo: (source, presented) => `${presented ? 'Around 2020, according to' : 'According to'}: ${source}.`,
  saidBy: 'According to:',
  wholeTimeline: 'What happened before and after',
  otherSource: 'With another source here:',
  nationalPlans: 'Of the national plans:',
  nationalCoverageQuestion: 'How much of each national plan is documented?',
  answer: {
    national: (documented, stated, share, least) =>
      `Of ${n(stated)} ${one(stated, 'commitment', 'commitments')} stated in national plans, ${n(documented)} ${one(documented, 'is', 'are')} documented here (${share}).${least ? ` The biggest hole: ${least}.` : ''}`,
    coverage: (documented, stated, share) =>
      `Of ${n(stated)} local ${one(stated, 'commitment', 'commitments')} that the presentation states, ${n(documented)} ${one(documented, 'is', 'are')} documented here (${share}).`,
    saidOf: (plan, voice) => `${plan}. Who says so: ${voice}.`,
  },
} satisfies Words['home'];
