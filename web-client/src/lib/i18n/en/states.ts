import { formatFor } from '$lib/format/format';
import type { Words } from '$lib/i18n/words';

const { integer: n, one } = formatFor('en');

export default {
  title: 'The states',
  lede: 'Which states joined the local open-government initiative, and how far each has gone: declaration, secretariat, plan, commitments, results.',
  columns: {
    name: 'State',
    stage: 'Stage reached',
    participates: 'Joined',
    declaration: 'Declaration',
    secretariat: 'Secretariat',
    index: (edition) => `Index ${edition}`,
    population: 'Population',
  },
  tableTitle: 'All states, side by side',
  compare: 'Compare 2 to 5 states',
  secretariats: 'See the Local Technical Secretariats',
  stepsQuestion: 'How many states took each step?',
  stepsAnswer: (declaration, secretariat, plan, commitments, results, all, presented) =>
    `Of ${n(all)} ${one(all, 'state', 'states')} ${n(declaration)} joined${presented ? ' (around 2020, according to the presentation)' : ''}; on record here are a secretariat of ${n(secretariat)}, a plan of ${n(plan)}, commitments of ${n(commitments)} and results of ${n(results)}.`,
  stepsMethod:
    'Each step is a measure of its own, judged apart: a state can have a documented plan and no secretariat on record here. Each number leads to its rows, and the name of each step to what it means.',
  step: 'Step',
  furthest: 'How far each has gone',
  furthestHint:
    'Here and on the map a state stands at its furthest step, also where that is a plan that only the presentation counts or another source only mentions, and where there is no record here of an earlier step; above, each step is counted apart, and only what is on record. That is why the numbers differ.',
  mentioned: (count, names) =>
    `Among the states without a plan on record here ${one(count, 'is', 'are')} ${n(count)} that had one according to the presentation, or to another source that gives neither its title nor its date: ${names}.`,
} satisfies Words['states'];
