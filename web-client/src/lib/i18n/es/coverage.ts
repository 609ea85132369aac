import { formatFor } from '$lib/format/format';

const { list } = formatFor('es');

export default {
  title: 'Cobertura: qué se sabe y qué falta',
  lede: 'Este registro está incompleto, y decir cuánto es parte de su trabajo: qué se declara, qué está documentado, qué falta y cómo ayudar a completarlo.',
  statedQuestion: '¿Cuánto de lo que se declara está documentado?',
  missing: 'Falta',
  seeRows: 'Ver los registros',
  figure: 'Cifra',
  statesQuestion: '¿De qué estados faltan planes?',
  statesAnswer: (missing: number, text: string, states: number, statesText: string) =>
    missing === 0
      ? 'De ninguno: cada plan declarado está documentado.'
      : `${missing === 1 ? 'Falta 1 plan declarado' : `Faltan ${text} planes declarados`}, de ${states === 1 ? '1 estado' : `${statesText} estados`}.`,
  statesMethod:
    'Declarados: los planes que la presentación del INAI cuenta para cada estado. Documentados: aquellos de estos que tienen registro aquí, vistos en una página pública o inferidos con una nota. Los planes que la presentación no cuenta, posteriores o de un municipio, están aparte: no suplen a ninguno de los declarados.',
  state: 'Estado',
  stated: 'Declarados',
  documented: 'Documentados',
  others: 'Otros, que la presentación no cuenta',
  secretariat: 'Secretariado',
  has: 'documentado',
  hasNot: 'sin registro aquí',
  fieldsQuestion: '¿Qué falta saber de los compromisos registrados?',
  fieldsAnswer: (total: string, names: readonly string[], count: string) =>
    `De los ${total} compromisos que cuentan las cifras, lo que más falta ${names.length === 1 ? `es ${names[0]}` : `son, por igual, ${list(names)}`}: de ${count} no hay registro aquí.`,
  fieldsMethod:
    'Cada renglón es una medida; su barra es lo que consta de todos los compromisos con registro aquí. Cada cuenta lleva a las filas a las que les falta y cada nombre, a lo que significa.',
  fields: {
    finished: 'el estado de avance',
    completion: 'una evaluación del cumplimiento',
    early_results: 'una evaluación de los resultados tempranos',
    with_indicator: 'un indicador de impacto',
    with_evidence: 'evidencia',
  },
  unrecorded: 'Sin registro aquí',
  nothingMissing: 'completo',
  listsQuestion: '¿Qué hace falta encontrar, registro por registro?',
  listsAnswer: (count: string, most: string, mostCount: string) =>
    `Hay ${count} cosas concretas que buscar. La lista más larga: ${most} (${mostCount}).`,
  listsNone: 'Nada: estas listas están completas.',
  listsMethod: 'Cada lista nombra aquello de lo que a este registro le falta ese dato. Que falte no significa que no exista.',
  lists: {
    declaration: 'estados participantes sin fecha de la declaración',
    secretariat: 'estados participantes sin secretariado con registro aquí',
    rules: 'secretariados sin documento de reglas',
    members: 'secretariados sin integrantes con nombre',
    dates: 'planes sin ninguna fecha',
    commitments: 'planes sin compromisos documentados aquí',
  },
  list: 'Lista',
  total: 'De',
  of: (missing: string, all: string) => `${missing} de ${all}`,
  helpTitle: '¿Cómo ayudar?',
  help: [
    {
      title: 'Elija algo que falte',
      text: 'Un plan de la lista de arriba, o un compromiso sin estado de avance, sin indicador o sin evidencia.',
    },
    {
      title: 'Encuentre una página pública',
      text: 'El PDF del plan, un informe, una minuta, una nota de prensa, una copia archivada. Una respuesta a una solicitud de información también sirve, si se publica.',
    },
    {
      title: 'Escríbalo en la tabla',
      text: 'Descargue la tabla en CSV, añada la fila con su fuente y su nivel de confianza, y deje vacío lo que la página no diga.',
    },
    {
      title: 'Envíelo',
      text: 'Un secretariado u organización con clave de la API lo importa con un ensayo previo que señala cada línea con problemas.',
    },
  ],
  withoutKey: 'Sin clave, reciben la tabla, o la sola dirección de la página:',
  tables: 'Tablas para descargar',
  table: {
    commitments: 'Compromisos',
    plans: 'Planes',
    secretariats: 'Secretariados',
    evidence: 'Evidencia',
    observations: 'Observaciones de indicadores',
    sources: 'Fuentes',
  },
  rules: 'Qué significa cada nivel de confianza',
};
