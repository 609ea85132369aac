import { formatFor } from '$lib/format/format';
import type { Words } from '$lib/i18n/words';

const f = formatFor('en');

export default {
  title: 'Good practices and toolbox',
  lede: 'What problem someone had, how government and society solved it together, and what was left. Then the instruments, the training and the lessons with which the work is done.',
  casesTitle: 'Which practices can be repeated?',
  casesAnswer: (count, text, places, themes) =>
    `There ${f.one(count, 'is 1 practice', `are ${text} practices`)} on record, in ${places}; themes: ${themes}.`,
  casesNone: 'There are no practices on record yet.',
  casesMethod:
    'The cases are those told by the presentation of INAI, summed up in our own words. The result is what those who promoted the practice claim: the confidence mark says whether it was seen in another source.',
  scope: 'Scope',
  national: 'National',
  international: 'International',
  all: 'All',
  theme: 'Theme',
  allThemes: 'All themes',
  problem: 'Problem',
  solution: 'Solution',
  result: 'The result, according to its source',
  commitments: 'Linked commitments',
  site: 'Site of the practice',
  place: 'Place',
  practice: 'Practice',
  noInternational: 'There are no international practices on record yet. This register takes them: none of the sources read describes one.',
  toolsTitle: 'What instruments is the work done with?',
  toolsLede: 'The mechanisms that the presentation of INAI lists to lead and standardise open-government policies.',
  aims: 'Aims',
  levels: 'Fields',
  document: 'Document',
  trainingTitle: 'Who has been trained?',
  people: 'people trained',
  states: 'states reached',
  topics: 'Topics',
  noPersonal: 'Only totals are recorded: there is no personal data here.',
  learningsTitle: 'What was learnt?',
  learningsLede:
    'The five learnings of the Mexican case. Where a check of the co-creation health of a plan measures one, it says what it asks and when it is met.',
  check: 'Checked by',
} satisfies Words['practices'];
