import { formatFor } from '$lib/format/format';
import type { Words } from '$lib/i18n/words';

const f = formatFor('en');
const n = f.integer;
const one = (count: number, singular: string, plural: string) => (f.plural(count) === 'one' ? singular : plural);

export default {
  title: 'Open government in Mexico: what was promised, done and changed',
  headline: 'What open government in Mexico promised, what was done, and what changed.',
  minute: 'In one minute',
  whoTakesPart: 'Which states take part?',
  howManyFinished: 'How many commitments were finished?',
  whatChanged: 'Did finishing them change anything?',
  whatIsMissing: 'How much is not documented?',
  stated: 'stated',
  documented: 'documented here',
  statedTitle: 'What is stated and what is documented',
  statedLede:
    'INAI’s presentation states certain figures; this site holds the records that could be found in public sources. They are two different numbers, and both are shown.',
  coverage: (share) => `${share} documented`,
  beyond: 'more than stated',
  notRecorded: 'no records to count yet',
  seeRows: (label) => `See the records: ${label}`,
  statusQuestion: 'How many documented commitments were finished?',
  statusMethod:
    'Counted are the commitments with a record on this site, national and local, by the implementation status that some source reports. Completed: those who implement it report it as finished. Verified: someone else checked. A commitment whose status no source reports is shown as “no data”, never as not started.',
  coverageQuestion: 'How much of what is stated is documented?',
  coverageMethod:
    'Stated: the figure in INAI’s presentation. Documented: the records on this site that were seen on a public page, or inferred from such pages with a note. Coverage is documented divided by stated; where the stated figure is a minimum (“more than 120”), coverage is at most what is shown.',
  impactQuestion: 'Did complying change anything?',
  impactMethod:
    'Compliance: what share of the commitments was reported as finished, and who says so. Results: in how many commitments the Independent Reporting Mechanism (IRM) found changes in how open government is. They are different measures from different sources, and are neither added nor averaged.',
  compliance: 'Compliance',
  complianceHint: 'Was it done?',
  results: 'Results',
  resultsHint: 'Did anything change?',
  planName: (number) => `National plan ${n(number)}`,
  noFigure: 'No source gives a figure',
  statusColumn: 'Implementation status',
  planColumn: 'Plan',
  answer: {
    status: (done, total, unknown) =>
      `${n(done)} of ${n(total)} documented commitments ${one(done, 'is', 'are')} reported as finished; for ${n(unknown)} no source says how far they got.`,
    statusAllKnown: (done, total) => `${n(done)} of ${n(total)} documented commitments ${one(done, 'is', 'are')} reported as finished.`,
    coverage: (documented, stated, share) =>
      `Of ${n(stated)} local commitments stated, ${n(documented)} ${one(documented, 'is', 'are')} documented here (${share}).`,
    missing: (missing, stated) => `${n(missing)} of the ${n(stated)} local commitments stated have no record here yet.`,
    nothingMissing: (stated) => `All ${n(stated)} local commitments stated have a record here.`,
    impact: (compliance, results, plans) =>
      `Of ${n(plans)} national plans, ${n(compliance)} ${one(compliance, 'has', 'have')} a figure for compliance and ${n(results)} one for results.`,
    impactBest: (plan, count, total, silent) =>
      `In the ${plan}, ${n(count)} of ${n(total)} commitments showed early results${silent === 0 ? '' : `; for ${n(silent)} national ${one(silent, 'plan', 'plans')} no source says`}.`,
  },
} satisfies Words['home'];
