import { formatFor } from '$lib/format/format';
import type { Language } from '$lib/i18n/language';

const es = {
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
    'Declarados: los planes que la presentación del INAI cuenta para cada estado. Documentados: los que tienen registro aquí, vistos en una página pública o inferidos con una nota. Un estado puede tener más documentados que declarados si después hizo otro plan.',
  state: 'Estado',
  stated: 'Declarados',
  documented: 'Documentados',
  secretariat: 'Secretariado',
  has: 'documentado',
  hasNot: 'sin registro',
  fieldsQuestion: '¿Qué falta saber de los compromisos registrados?',
  fieldsAnswer: (total: string, name: string, count: string) => `De ${total} compromisos con registro, lo que más falta es ${name}: ${count} no lo tienen.`,
  fieldsMethod: 'Se cuentan los compromisos que tienen cada dato. Cada cuenta lleva a las filas a las que les falta.',
  fields: {
    status: 'el estado de avance',
    completion: 'el cumplimiento según el MRI',
    early_results: 'los resultados tempranos según el MRI',
    indicators: 'un indicador de impacto',
    evidence: 'evidencia',
  },
  known: (known: string, total: string) => `${known} de ${total}`,
  without: (count: string) => `${count} sin dato`,
  nothingMissing: 'completo',
  listsQuestion: '¿Qué hace falta encontrar, registro por registro?',
  listsAnswer: (count: string, most: string, mostCount: string) => `Hay ${count} cosas concretas que buscar. La lista más larga: ${most} (${mostCount}).`,
  listsNone: 'Nada: estas listas están completas.',
  listsMethod: 'Cada lista nombra los registros a los que les falta ese dato en este sitio. Que falte no significa que no exista: significa que no se halló en las fuentes consultadas.',
  lists: {
    declaration: 'estados participantes sin fecha de la declaración',
    secretariat: 'estados participantes sin secretariado documentado',
    rules: 'secretariados sin documento de reglas',
    members: 'secretariados sin integrantes con nombre',
    dates: 'planes sin ninguna fecha',
    commitments: 'planes sin compromisos documentados',
  },
  list: 'Lista',
  total: 'De',
  of: (missing: string, all: string) => `${missing} de ${all}`,
  helpTitle: '¿Cómo ayudar?',
  help: [
    { title: 'Elija algo que falte', text: 'Un plan de la lista de arriba, o un compromiso sin estado de avance, sin indicador o sin evidencia.' },
    { title: 'Encuentre una página pública', text: 'El PDF del plan, un informe, una minuta, una nota de prensa, una copia archivada. Una respuesta a una solicitud de información también sirve, si se publica.' },
    { title: 'Escríbalo en la tabla', text: 'Descargue la tabla en CSV, añada la fila con su fuente y su nivel de confianza, y deje vacío lo que la página no diga.' },
    { title: 'Envíelo', text: 'Un secretariado u organización con clave de la API lo importa con un ensayo previo que señala cada línea con problemas. Sin clave, el repositorio del proyecto recibe la tabla o la sola dirección de la página.' },
  ],
  tables: 'Tablas para descargar',
  table: { commitments: 'Compromisos', plans: 'Planes', secretariats: 'Secretariados', evidence: 'Evidencia', observations: 'Observaciones de indicadores', sources: 'Fuentes' },
  rules: 'Qué significa cada nivel de confianza',
};
export type CoverageMessages = typeof es;

const f = formatFor('en');
const en: CoverageMessages = {
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
      : `${f.plural(missing) === 'one' ? '1 stated plan is' : `${text} stated plans are`} missing, of ${f.plural(states) === 'one' ? '1 state' : `${statesText} states`}.`,
  statesMethod:
    'Stated: the plans that the presentation of INAI counts for each state. Documented: those with a record here, seen on a public page or inferred with a note. A state can have more documented than stated where it later made another plan.',
  state: 'State',
  stated: 'Stated',
  documented: 'Documented',
  secretariat: 'Secretariat',
  has: 'documented',
  hasNot: 'no record',
  fieldsQuestion: 'What is missing about the commitments on record?',
  fieldsAnswer: (total, name, count) => `Of ${total} commitments on record, what is missing most is ${name}: ${count} do not have it.`,
  fieldsMethod: 'Counted are the commitments that have each piece of data. Each count leads to the rows that lack it.',
  fields: {
    status: 'the implementation status',
    completion: 'completion as assessed by the IRM',
    early_results: 'early results as assessed by the IRM',
    indicators: 'an impact indicator',
    evidence: 'evidence',
  },
  known: (known, total) => `${known} of ${total}`,
  without: (count) => `${count} without data`,
  nothingMissing: 'complete',
  listsQuestion: 'What needs to be found, record by record?',
  listsAnswer: (count, most, mostCount) => `There are ${count} definite things to look for. The longest list: ${most} (${mostCount}).`,
  listsNone: 'Nothing: these lists are complete.',
  listsMethod: 'Each list names the records that lack that piece of data on this site. That it is missing does not mean that it does not exist: it was not found in the sources that were consulted.',
  lists: {
    declaration: 'participating states without the date of the declaration',
    secretariat: 'participating states without a documented secretariat',
    rules: 'secretariats without a rules document',
    members: 'secretariats without named members',
    dates: 'plans without any date',
    commitments: 'plans without documented commitments',
  },
  list: 'List',
  total: 'Of',
  of: (missing, all) => `${missing} of ${all}`,
  helpTitle: 'How can you help?',
  help: [
    { title: 'Choose something that is missing', text: 'A plan of the list above, or a commitment without a status, an indicator or evidence.' },
    { title: 'Find a public page', text: 'The PDF of the plan, a report, minutes, a press note, an archived copy. The answer to an information request serves too, if it is published.' },
    { title: 'Write it in the table', text: 'Download the table as CSV, add the row with its source and its level of confidence, and leave empty what the page does not say.' },
    { title: 'Send it', text: 'A secretariat or organisation with an API key imports it, after a dry run that points to each line with a problem. Without a key, the project’s repository takes the table, or just the address of the page.' },
  ],
  tables: 'Tables to download',
  table: { commitments: 'Commitments', plans: 'Plans', secretariats: 'Secretariats', evidence: 'Evidence', observations: 'Observations of indicators', sources: 'Sources' },
  rules: 'What each level of confidence means',
};
export const MESSAGES: Record<Language, CoverageMessages> = { es, en };
