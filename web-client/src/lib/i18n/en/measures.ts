import { formatFor } from '$lib/format/format';
import type { Words } from '$lib/i18n/words';

const n = formatFor('en').integer;

export default {
  title: 'What every figure means',
  lede: 'Each figure on this site is a measure, defined once: what counts, what does not, what the figure does not say, what it comes to today and which rows it is made of. Anyone can quote it or dispute it.',
  groups: 'Questions',
  ofNational: 'Of the national plans:',
  shareOf: (documented, stated) => `They are ${n(documented)} of the ${n(stated)} that those plans state.`,
  definition: 'What counts',
  doesNotSay: 'What it does not say',
  formula: 'How it is reckoned',
  formulaParts: 'Every row that counts is a yes, a no, or without a record here; the three together are the total.',
  formulaValue: 'One number of all rows that count.',
  unitIs: (unit) => `Unit: ${unit}.`,
  units: {
    states: 'states',
    secretariats: 'secretariats',
    plans: 'plans',
    commitments: 'commitments',
    editions: 'editions',
    organizations: 'organisations',
    sessions: 'sessions',
    agreements: 'agreements',
    proposals: 'proposals',
    people: 'people',
    percent: 'per cent',
    index: 'index from 0 to 1',
  },
  level: 'Level of government',
  alsoCalled: 'Also called',
  several: 'Many values, which are never put together: see them by group.',
  notLoaded: 'The value could not be loaded.',
  rows: 'Its rows',
  values: 'Its value in the API',
  csvBy: 'CSV by',
  metricQuestion: (indicator, edition) => `What did each state score on “${indicator}”${edition === undefined ? '' : `, ${edition}`}?`,
  metricMethod: 'Values from 0 to 1 of the Open Government Metric. Editions cannot always be compared: each one says with which it can.',
  classesEqual: 'Classes: intervals of equal width between the lowest and the highest value.',
  classesCount: 'Classes: each value, or equal intervals of whole numbers; zero stands apart.',
} satisfies Words['measures'];
