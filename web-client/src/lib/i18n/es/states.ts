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
  stepsAnswer: (declaration: number, secretariat: number, plan: number, commitments: number, results: number, all: number) =>
    `De ${n(all)} ${one(all, 'estado', 'estados')} ${one(declaration, 'se sumó', 'se sumaron')} ${n(declaration)}; constan aquí el secretariado de ${n(secretariat)}, algún plan de ${n(plan)}, compromisos de ${n(commitments)} y resultados de ${n(results)}.`,
  stepsMethod:
    'Cada paso es una medida propia y se juzga por separado: un estado puede tener un plan documentado y ningún secretariado con registro aquí. Cada número lleva a sus filas y el nombre de cada paso, a lo que significa.',
  step: 'Paso',
  furthest: 'Hasta dónde llegó cada uno',
  furthestHint:
    'Aquí y en el mapa un estado está en su paso más avanzado, aunque de alguno anterior no haya registro aquí; arriba cada paso se cuenta por separado. Por eso los números difieren.',
};
