import { formatFor } from '$lib/format/format';

const n = formatFor('es').integer;

export default {
  title: 'Los estados',
  lede: 'Qué estados participan en la iniciativa local de gobierno abierto y hasta dónde ha llegado cada uno: declaración, secretariado, plan, compromisos, resultados.',
  columns: {
    name: 'Estado',
    stage: 'Etapa alcanzada',
    participates: 'Participa',
    declaration: 'Declaración',
    secretariat: 'Secretariado',
    plans: 'Planes declarados',
    plansDocumented: 'Planes documentados',
    commitments: 'Compromisos documentados',
    index: (edition: number) => `Índice ${edition}`,
    population: 'Población',
  },
  tableTitle: 'Todos los estados, lado a lado',
  compare: 'Comparar de 2 a 5 estados',
  secretariats: 'Ver los secretariados técnicos locales',
  stepsQuestion: '¿Cuántos estados dieron cada paso?',
  stepsAnswer: (declaration: number, secretariat: number, plan: number, commitments: number, results: number, all: number) =>
    `De ${n(all)} estados, consta o se declara que ${n(declaration)} participan, ${n(secretariat)} tienen secretariado, ${n(plan)} un plan, ${n(commitments)} compromisos documentados y ${n(results)} resultados.`,
  stepsMethod:
    'Cada paso se juzga por separado: un estado puede tener un plan documentado y ningún secretariado con registro. «Solo declarado»: lo dice la presentación del INAI y ninguna fuente pública consultada. «Sin registro» no significa que no exista.',
  step: 'Paso',
  furthest: 'Hasta dónde llegó cada uno',
};
