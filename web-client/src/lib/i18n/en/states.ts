import { formatFor } from '$lib/format/format';
import type { Words } from '$lib/i18n/words';

const n = formatFor('en').integer;

export default {
  title: 'The states',
  lede: 'Which states take part in the local open-government initiative, and how far each has gone: declaration, secretariat, plan, commitments, results.',
  columns: {
    name: 'State',
    stage: 'Stage reached',
    participates: 'Takes part',
    declaration: 'Declaration',
    secretariat: 'Secretariat',
    plans: 'Plans stated',
    plansDocumented: 'Plans documented',
    commitments: 'Commitments documented',
    index: (edition) => `Index ${edition}`,
    population: 'Population',
  },
  tableTitle: 'All states, side by side',
  compare: 'Compare 2 to 5 states',
  secretariats: 'See the Local Technical Secretariats',
  stepsQuestion: 'How many states took each step?',
  stepsAnswer: (declaration, secretariat, plan, commitments, results, all) =>
    `Of ${n(all)} states, it is on record or stated that ${n(declaration)} take part, ${n(secretariat)} have a secretariat, ${n(plan)} a plan, ${n(commitments)} documented commitments and ${n(results)} results.`,
  stepsMethod:
    'Each step is judged apart: a state can have a documented plan and no secretariat on record. “Only stated”: the presentation of INAI says so, and no public source that was consulted. “No record” does not mean that there is none.',
  step: 'Step',
  furthest: 'How far each has gone',
} satisfies Words['states'];
