import { formatFor } from '$lib/format/format';
import type { Words } from '$lib/i18n/words';

const f = formatFor('en');

export default {
  title: 'Coverage: what is known and what is missing',
  lede: 'This record is incomplete, and saying by how much is part of its work: what is stated, what is documented, what is missing and how to help complete it.',
  statedQuestion: 'How much of what is stated is documented?',
  missing: 'Missing',
  seeRows: 'See the records',
  figure: 'Figure',
  statesQuestion: 'Which states’ plans are missing?',
  statesAnswer: (missing, text, states, statesText) =>
    missing === 0
      ? 'None: every plan stated is documented.'
      : `${f.one(missing, '1 stated plan is', `${text} stated plans are`)} missing, of ${f.one(states, '1 state', `${statesText} states`)}.`,
  statesMethod:
    'Stated: the plans that the presentation of INAI counts for each state. Documented: those of them with a record here, seen on a public page or inferred with a note. Plans that the presentation does not count, later ones or those of a municipality, stand apart: they make up for none of those stated.',
  state: 'State',
  stated: 'Stated',
  documented: 'Documented',
  others: 'Others, which the presentation does not count',
  secretariat: 'Secretariat',
  has: 'documented',
  hasNot: 'no record here',
  fieldsQuestion: 'What is missing about the commitments on record?',
  fieldsAnswer: (total, names, count) =>
    `Of the ${total} commitments that figures count, what is missing most ${names.length === 1 ? `is ${names[0]}` : `are, equally, ${f.list(names)}`}: of ${count} there is no record of ${names.length === 1 ? 'it' : 'each'} here.`,
  fieldsMethod:
    'Each row is a measure; its bar is what is on record of all commitments on record here. Each count leads to the rows that lack it, and each name to what it means.',
  fields: {
    finished: 'the implementation status',
    completion: 'an assessment of completion',
    early_results: 'an assessment of early results',
    with_indicator: 'an impact indicator',
    with_evidence: 'evidence',
  },
  unrecorded: 'No record here',
  nothingMissing: 'complete',
  listsQuestion: 'What needs to be found, record by record?',
  listsAnswer: (count, most, mostCount) => `There are ${count} definite things to look for. The longest list: ${most} (${mostCount}).`,
  listsNone: 'Nothing: these lists are complete.',
  listsMethod: 'Each list names the records of which this register lacks that. It does not mean that it does not exist.',
  lists: {
    declaration: 'participating states without the date of the declaration',
    secretariat: 'participating states without a secretariat on record here',
    rules: 'secretariats without a rules document',
    members: 'secretariats without named members',
    dates: 'plans without any date',
    commitments: 'plans without commitments documented here',
  },
  list: 'List',
  total: 'Of',
  of: (missing, all) => `${missing} of ${all}`,
  helpTitle: 'How can you help?',
  help: [
    {
      title: 'Choose something that is missing',
      text: 'A plan of the list above, or a commitment without a status, an indicator or evidence.',
    },
    {
      title: 'Find a public page',
      text: 'The PDF of the plan, a report, minutes, a press note, an archived copy. The answer to an information request serves too, if it is published.',
    },
    {
      title: 'Write it in the table',
      text: 'Download the table as CSV, add the row with its source and its level of confidence, and leave empty what the page does not say.',
    },
    {
      title: 'Send it',
      text: 'A secretariat or organisation with an API key imports it, after a dry run that points to each line with a problem.',
    },
  ],
  withoutKey: 'Without a key, the table, or just the address of the page, is taken by:',
  tables: 'Tables to download',
  table: {
    commitments: 'Commitments',
    plans: 'Plans',
    secretariats: 'Secretariats',
    evidence: 'Evidence',
    observations: 'Observations of indicators',
    sources: 'Sources',
  },
  rules: 'What each level of confidence means',
} satisfies Words['coverage'];
