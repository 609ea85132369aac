import { formatFor } from '$lib/format/format';
import type { Language } from '$lib/i18n/language';

const es = {
  title: 'Métrica de Gobierno Abierto',
  lede: 'Desde 2017 la Métrica mide, de 0 a 1, qué tan abiertas son las instituciones: cuánta información dan (transparencia) y cuánto dejan influir (participación), vistas desde el gobierno y desde la ciudadanía.',
  onThisPage: 'En esta página',
  edition: 'Edición',
  editionOf: (year: number) => `Edición ${year}`,
  indicator: 'Indicador',
  value: 'Valor',
  scale: 'Escala de 0 a 1',
  scaleOf: (min: number, max: number) => `De ${min} (nada abierto) a ${max} (totalmente abierto)`,
  source: 'De dónde sale',

  trendQuestion: '¿Se volvió más abierto el gobierno en México?',
  trendWent: (name: string, from: string, fromYear: number, to: string, toYear: number) =>
    `${name}: de ${from} en ${fromYear} a ${to} en ${toYear}, ediciones que se pueden comparar.`,
  trendApart: (list: string, one: boolean) =>
    one ? `El valor de ${list} queda aparte: no se estableció si es comparable.` : `Los valores de ${list} quedan aparte: no se estableció si son comparables.`,
  trendAt: (value: string, year: number) => `${year} (${value})`,
  trendNone: 'Ninguna edición tiene valor nacional.',
  trendLabel: 'Valor nacional por edición',
  trendMethod:
    'Valores nacionales publicados. Dos ediciones se unen con una línea solo cuando una fuente dice que se pueden comparar; entre las demás hay un corte, porque no consta que la diferencia sea un cambio y no otra forma de medir.',
  break: 'sin comparar',
  breaksTitle: 'Por qué algunos puntos no se unen',
  joinedTitle: 'Por qué otros sí',
  comparable: 'Comparable con la anterior',
  comparableYes: 'Sí',
  comparableNo: 'No',
  comparableUnknown: 'No se estableció',
  comparableFirst: 'Primera edición',

  viewsQuestion: '¿Ven lo mismo el gobierno y la ciudadanía?',
  government: 'Gobierno',
  citizen: 'Ciudadanía',
  governmentHint: 'lo que la institución ofrece',
  citizenHint: 'lo que obtiene quien pregunta',
  gap: 'Diferencia',
  viewsWidest: (dimension: string, year: number, government: string, citizen: string) =>
    `La mayor distancia está en ${dimension} de ${year}: ${government} desde el gobierno y ${citizen} desde la ciudadanía.`,
  viewsMissing: (years: string) => `De ${years} no hay datos por perspectiva.`,
  viewsNone: 'Ninguna edición tiene datos por perspectiva.',
  viewsMethod:
    'La perspectiva gubernamental mide lo que las instituciones ofrecen; la ciudadana, lo que obtiene una persona que busca o pide información, o que propone algo. De 2021 y 2023 no se encontraron valores nacionales por perspectiva: se muestran como sin dato, no como cero.',
  notes: 'Notas a estos valores',

  statesQuestion: (indicator: string, year: number) => `¿Qué tan abierto fue cada estado? ${indicator}, ${year}`,
  statesMethod:
    'Cada punto es un estado; la línea vertical es el valor nacional de la misma edición. Los estados sin valor publicado en esa edición aparecen aparte, como sin dato.',
  distribution: (count: number) => `Distribución: cada punto es un estado (${count})`,
  ranking: 'De mayor a menor',
  place: (rank: number, of: number) => `lugar ${rank} de ${of}`,
  national: 'Nacional',
  without: (count: number) => (count === 1 ? '1 estado sin dato en esta edición' : `${count} estados sin dato en esta edición`),
  editionStates: (year: number, states: number) => `${year} (${states} ${states === 1 ? 'estado' : 'estados'})`,

  kindsQuestion: (year: number) => `¿Qué instituciones fueron más abiertas en ${year}?`,
  kindsNone: '¿Qué instituciones fueron más abiertas?',
  level: 'Por orden de gobierno',
  kind: 'Por tipo de institución',
  grouping: 'Clasificación',
  institutions: 'Instituciones',
  institutionsOf: (count: string) => `${count} inst.`,
  kindsAnswer: (high: string, highest: string, low: string, lowest: string) =>
    `Por tipo, de ${highest} (${high}) a ${lowest} (${low}).`,
  levelsAnswer: (list: string) => `Por orden de gobierno: ${list}.`,
  kindsMethod:
    'Promedios que calculamos con los datos de cada institución, publicados con la edición; no son cifras publicadas como tales. Un tipo con pocas instituciones pesa lo mismo que otro con muchas: el número de cada uno está al lado.',

  againQuestion: '¿Coincide lo publicado con lo que dan sus partes?',
  published: 'Publicado',
  recomputed: 'Recalculado',
  againWorst: (name: string, year: number, published: string, recomputed: string) =>
    `Casi siempre. La excepción: ${name} de ${year}, que se publicó como ${published} aunque sus dos partes promedian ${recomputed}.`,
  againAll: (count: number) => `Sí: en los ${count} casos que se pueden recalcular, la diferencia cabe en el redondeo.`,
  againNone: 'Ningún valor se puede recalcular.',
  againMethod:
    'El índice es el promedio de transparencia y participación, y cada una el promedio de sus dos perspectivas. Donde las dos partes se publicaron, la API calcula ese promedio y lo pone al lado. Una diferencia de hasta 0.01 puede venir del redondeo de las cifras a dos decimales.',
  partsMissing: 'sus partes no se publicaron',
  caseTitle: (name: string, year: number) => `El caso de ${name}, ${year}`,
  caseText: (published: string, recomputed: string, parts: string) =>
    `Se publicó ${published}. El promedio de sus partes publicadas (${parts}) es ${recomputed}. Aquí se conservan las dos cifras, sin elegir una.`,
  rounding: 'cabe en el redondeo',
  beyond: 'más que redondeo',

  editionsTitle: '¿Cómo se midió cada edición?',
  editionsLede: 'Quién, cuándo, a cuántas instituciones y cómo. Lo que ninguna de las fuentes leídas dice, se dice.',
  authors: 'Autoría',
  fieldwork: 'Trabajo de campo',
  publishedOn: 'Publicación',
  measured: 'Instituciones medidas',
  scaleTerm: 'Escala',
  sample: 'Muestra',
  formula: 'Fórmula',
  comparability: 'Comparación',
  note: 'Nota',
  nationalValue: 'Valores nacionales',
  federalValue: 'Federación',
  valuesApi: 'Todos los valores en la API',
  notStated: 'Ninguna fuente leída lo dice',
};

export type MetricsMessages = typeof es;

const f = formatFor('en');
const en: MetricsMessages = {
  title: 'Open government metric',
  lede: 'Since 2017 the metric (Métrica de Gobierno Abierto) measures, from 0 to 1, how open institutions are: how much information they give (transparency) and how much say they allow (participation), as seen from government and by citizens.',
  onThisPage: 'On this page',
  edition: 'Edition',
  editionOf: (year) => `${year} edition`,
  indicator: 'Indicator',
  value: 'Value',
  scale: 'Scale from 0 to 1',
  scaleOf: (min, max) => `From ${min} (not open at all) to ${max} (fully open)`,
  source: 'Where it comes from',

  trendQuestion: 'Did government in Mexico become more open?',
  trendWent: (name, from, fromYear, to, toYear) => `${name}: from ${from} in ${fromYear} to ${to} in ${toYear}, editions that can be compared.`,
  trendApart: (list, one) =>
    one ? `The value of ${list} stands apart: whether it is comparable was not established.` : `The values of ${list} stand apart: whether they are comparable was not established.`,
  trendAt: (value, year) => `${year} (${value})`,
  trendNone: 'No edition has a national value.',
  trendLabel: 'National value by edition',
  trendMethod:
    'National values as published. Two editions are joined by a line only where a source says that they can be compared; elsewhere there is a break, because the difference may be another way of measuring and not a change.',
  break: 'not compared',
  breaksTitle: 'Why some points are not joined',
  joinedTitle: 'Why others are',
  comparable: 'Comparable with the one before',
  comparableYes: 'Yes',
  comparableNo: 'No',
  comparableUnknown: 'Not established',
  comparableFirst: 'First edition',

  viewsQuestion: 'Do government and citizens see the same?',
  government: 'Government',
  citizen: 'Citizens',
  governmentHint: 'what the institution offers',
  citizenHint: 'what someone who asks obtains',
  gap: 'Difference',
  viewsWidest: (dimension, year, government, citizen) =>
    `The widest distance is in ${dimension} in ${year}: ${government} from government and ${citizen} by citizens.`,
  viewsMissing: (years) => `For ${years} there is no data by perspective.`,
  viewsNone: 'No edition has data by perspective.',
  viewsMethod:
    'The government perspective measures what institutions offer; the citizen perspective, what a person obtains who looks or asks for information, or who proposes something. No national values by perspective were found for 2021 and 2023: they are shown as no data, not as zero.',
  notes: 'Notes on these values',

  statesQuestion: (indicator, year) => `How open was each state? ${indicator}, ${year}`,
  statesMethod:
    'Each dot is a state; the vertical line is the national value of the same edition. States without a published value in that edition stand apart, as no data.',
  distribution: (count) => `Distribution: each dot is a state (${count})`,
  ranking: 'From highest to lowest',
  place: (rank, of) => `place ${rank} of ${of}`,
  national: 'National',
  without: (count) => (count === 1 ? '1 state without data in this edition' : `${count} states without data in this edition`),
  editionStates: (year, states) => `${year} (${states} ${f.plural(states) === 'one' ? 'state' : 'states'})`,

  kindsQuestion: (year) => `Which institutions were most open in ${year}?`,
  kindsNone: 'Which institutions were most open?',
  level: 'By level of government',
  kind: 'By type of institution',
  grouping: 'Grouping',
  institutions: 'Institutions',
  institutionsOf: (count) => `${count} inst.`,
  kindsAnswer: (high, highest, low, lowest) => `By type, from ${highest} (${high}) down to ${lowest} (${low}).`,
  levelsAnswer: (list) => `By level of government: ${list}.`,
  kindsMethod:
    'Means computed by us from the data of each institution, which was published with the edition; they are not figures published as such. A type with few institutions weighs as much as one with many: the number of each stands beside it.',

  againQuestion: 'Does what was published match its own parts?',
  published: 'Published',
  recomputed: 'Recomputed',
  againWorst: (name, year, published, recomputed) =>
    `Nearly always. The exception: ${name} in ${year}, published as ${published} although its two parts average ${recomputed}.`,
  againAll: (count) => `Yes: in the ${count} cases that can be recomputed, the difference is within rounding.`,
  againNone: 'No value can be recomputed.',
  againMethod:
    'The index is the mean of transparency and participation, and each of these the mean of its two perspectives. Where both parts were published, the API computes that mean and puts it beside the published value. A difference of up to 0.01 can come from rounding to two decimals.',
  partsMissing: 'its parts were not published',
  caseTitle: (name, year) => `The case of ${name}, ${year}`,
  caseText: (published, recomputed, parts) =>
    `It was published as ${published}. The mean of its published parts (${parts}) is ${recomputed}. Both figures are kept here, and neither is chosen.`,
  rounding: 'within rounding',
  beyond: 'more than rounding',

  editionsTitle: 'How was each edition measured?',
  editionsLede: 'Who, when, how many institutions and how. What none of the sources read says is said to be so.',
  authors: 'Authors',
  fieldwork: 'Fieldwork',
  publishedOn: 'Published',
  measured: 'Institutions measured',
  scaleTerm: 'Scale',
  sample: 'Sample',
  formula: 'Formula',
  comparability: 'Comparison',
  note: 'Note',
  nationalValue: 'National values',
  federalValue: 'Federation',
  valuesApi: 'All values in the API',
  notStated: 'None of the sources read says',
};

/** The words of the page in each language; a key missing in one of them fails the check. */
export const MESSAGES: Record<Language, MetricsMessages> = { es, en };
