import { formatFor } from '$lib/format/format';

const n = formatFor('es').integer;

export default {
  title: 'Qué significa cada cifra',
  lede: 'Cada cifra de este sitio es una medida, definida una sola vez: qué cuenta, qué no, qué no dice la cifra, cuánto es hoy y de qué filas está hecha. Cualquiera puede citarla o discutirla.',
  groups: 'Preguntas',
  ofNational: 'De los planes nacionales:',
  shareOf: (documented: number, stated: number) => `Son ${n(documented)} de los ${n(stated)} que declaran esos planes.`,
  definition: 'Qué cuenta',
  doesNotSay: 'Qué no dice',
  formula: 'Cómo se calcula',
  formulaParts: 'Cada fila que cuenta es un sí, un no o no tiene registro aquí; las tres juntas son el total.',
  formulaValue: 'Un solo número de todas las filas que cuentan.',
  unitIs: (unit: string) => `Unidad: ${unit}.`,
  units: {
    states: 'entidades',
    secretariats: 'secretariados',
    plans: 'planes',
    commitments: 'compromisos',
    editions: 'ediciones',
    organizations: 'organizaciones',
    sessions: 'sesiones',
    agreements: 'acuerdos',
    proposals: 'propuestas',
    people: 'personas',
    percent: 'por ciento',
    index: 'índice de 0 a 1',
  },
  level: 'Nivel de gobierno',
  alsoCalled: 'También se llama',
  several: 'Muchos valores, que nunca se juntan: están por grupo.',
  notLoaded: 'No se pudo cargar el valor.',
  rows: 'Sus filas',
  values: 'Su valor en la API',
  csvBy: 'CSV por',
  metricQuestion: (indicator: string, edition: string | undefined) =>
    `¿Qué valor obtuvo cada estado en «${indicator}»${edition === undefined ? '' : `, ${edition}`}?`,
  metricMethod:
    'Valores de 0 a 1 de la Métrica de Gobierno Abierto. Las ediciones no siempre son comparables entre sí: cada una dice con cuál lo es.',
  classesEqual: 'Clases: intervalos del mismo ancho entre el valor menor y el mayor.',
  classesCount: 'Clases: cada valor o intervalos iguales de números enteros; el cero va aparte.',
};
