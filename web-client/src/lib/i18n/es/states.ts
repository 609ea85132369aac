import { formatFor } from '$lib/format/format';

const { integer: n, one } = formatFor('es');

export default {
  title: 'Los estados',
  lede: 'Qué estados se sumaron a la iniciativa local de gobierno abierto y hasta dónde ha llegado cada uno: declaración, secretariado, plan, compromisos, resultados.',
  columns: {
    name: 'Estado',
    stage: 'Etapa alcanzada',
    participates: 'Se sumó',
    declaration: 'Declaración',
    secretariat: 'Secretariado',
    index: (edition: string) => `Índice ${edition}`,
    population: 'Población',
  },
  tableTitle: 'Todos los estados, lado a lado',
  compare: 'Comparar de 2 a 5 estados',
  secretariats: 'Ver los secretariados técnicos locales',
  stepsQuestion: '¿Cuántos estados dieron cada paso?',
  stepsAnswer: (
    declaration: number,
    secretariat: number,
    plan: number,
    commitments: number,
    results: number,
    all: number,
    presented: boolean,
  ) =>
    `De ${n(all)} ${one(all, 'estado', 'estados')} ${one(declaration, 'se sumó', 'se sumaron')} ${n(declaration)}${presented ? ' (hacia 2020, según la presentación)' : ''}; constan aquí el secretariado de ${n(secretariat)}, algún plan de ${n(plan)}, compromisos de ${n(commitments)} y resultados de ${n(results)}.`,
  stepsMethod:
    'Cada paso es una medida propia y se juzga por separado: un estado puede tener un plan documentado y ningún secretariado con registro aquí. Cada número lleva a sus filas y el nombre de cada paso, a lo que significa.',
  step: 'Paso',
  furthest: 'Hasta dónde llegó cada uno',
  furthestHint:
    'Aquí y en el mapa un estado está en su paso más avanzado, también donde ese paso es un plan que solo cuenta la presentación o que otra fuente solo menciona, y donde de un paso anterior no hay registro aquí; arriba cada paso se cuenta por separado, y solo lo que tiene registro. Por eso los números difieren.',
  /** De qué estados sin registro de un plan se cuenta o se menciona uno. */
  mentioned: (count: number, names: string) =>
    `Entre los estados sin registro aquí de un plan hay ${n(count)} que ${one(count, 'tuvo', 'tuvieron')} uno según la presentación, o según otra fuente que no da su título ni su fecha: ${names}.`,
};
