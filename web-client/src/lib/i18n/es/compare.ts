import { formatFor } from '$lib/format/format';
import type { Language } from '$lib/i18n/language';

const nEs = formatFor('es').integer;
const nEn = formatFor('en').integer;
const listEs = formatFor('es').list;
const listEn = formatFor('en').list;

const es = {
  title: 'Comparar estados',
  lede: 'De dos a cinco estados lado a lado: hasta dónde llegó cada uno, qué prometió, si lo hizo, si cambió algo y qué tan abierto era su gobierno. La dirección guarda la comparación.',
  chosen: 'Estados que se comparan',
  add: 'Añadir un estado',
  choose: 'Elija un estado',
  addButton: 'Añadir',
  remove: (name: string) => `Quitar ${name}`,
  added: (name: string, count: number) => `Se añadió ${name}; van ${nEs(count)}.`,
  removed: (name: string, count: number) => `Se quitó ${name}; quedan ${nEs(count)}.`,
  full: 'Se comparan cinco estados como máximo: quite uno para añadir otro.',
  unknown: (codes: string[]) => `${listEs(codes.map((code) => `«${code}»`))} ${codes.length === 1 ? 'no es la clave de ningún estado' : 'no son claves de ningún estado'}. Las claves son como MX-DUR o 10.`,
  left: (names: string[]) => `Se comparan cinco estados como máximo; ${names.length === 1 ? 'quedó fuera' : 'quedaron fuera'} ${listEs(names)}.`,
  few: (count: number): string => (count === 0 ? 'Elija al menos dos estados para compararlos.' : 'Elija al menos un estado más.'),
  peers: 'De población parecida:',
  try: 'Por ejemplo:',
  tableQuestion: '¿En qué se distinguen?',
  tableAnswer: (different: number, all: number) =>
    different === 0 ? `No se distinguen en ninguno de los ${nEs(all)} datos.` : `Se distinguen en ${nEs(different)} de ${nEs(all)} datos; van marcados.`,
  tableMethod:
    'Cada dato es el del perfil del estado. La última columna es la distancia entre el mayor y el menor de los valores conocidos; un «sin dato» no entra en ella.',
  fact: 'Dato',
  difference: 'Diferencia',
  differs: 'distinto',
  onlyDifferences: 'Solo lo que se distingue',
  facts: {
    stage: 'Etapa alcanzada',
    participates: 'Participa en la iniciativa local',
    declaration: 'Declaración firmada',
    secretariat: 'Secretariado técnico local',
    population: 'Población',
    plansStated: 'Planes declarados',
    plansDocumented: 'Planes documentados',
    commitments: 'Compromisos documentados',
    completed: 'Con reporte de término',
    early: 'Con resultados tempranos',
  },
  secretariatYes: 'documentado',
  installed: (date: string) => `instalado: ${date}`,
  atLatest: (date: string) => `a más tardar en ${date}`,
  stageQuestion: '¿Hasta dónde llegó cada uno?',
  stageAnswer: (parts: { stage: string; names: string[] }[]) => `${parts.map(({ stage, names }) => `${listEs(names)}: ${stage.toLocaleLowerCase('es')}`).join('; ')}.`,
  promisedQuestion: '¿Cuánto prometió cada uno y cuánto está documentado?',
  promisedAnswer: (names: string[], count: number, total: number) =>
    names.length === 0 ? `Entre todos suman ${nEs(total)} compromisos documentados aquí; nadie sobresale.` : `Quien más compromisos documentados tiene es ${listEs(names)}: ${nEs(count)} de los ${nEs(total)} que suman.`,
  promisedMethod: 'Declarados: los planes que cuenta la presentación del INAI. Documentados: los que tienen registro aquí. Cero significa que no se encontró ninguno. Las barras de un mismo dato comparten escala.',
  doneQuestion: '¿Se hizo lo prometido?',
  doneAnswer: (done: number, total: number, unknown: number) =>
    total === 0
      ? 'Ninguno tiene compromisos documentados.'
      : unknown === total
        ? `De ninguno de los ${nEs(total)} compromisos documentados dice una fuente si se hizo.`
        : `${nEs(done)} de ${nEs(total)} compromisos documentados ${done === 1 ? 'figura como terminado' : 'figuran como terminados'}; de ${nEs(unknown)} ninguna fuente lo dice.`,
  doneMethod: 'Estado que reporta alguna fuente. «Sin dato» no significa que no se hizo. Un estado sin compromisos documentados no tiene barra. Las barras comparten escala: más larga, más compromisos.',
  changedQuestion: '¿Cambió algo?',
  changedAnswer: (changed: number, total: number, unknown: number) =>
    total === 0
      ? 'Ninguno tiene compromisos documentados.'
      : unknown === total
        ? `De ninguno de los ${nEs(total)} compromisos hay una evaluación de sus resultados tempranos.`
        : `De ${nEs(total)} compromisos, ${nEs(changed)} ${changed === 1 ? 'abrió' : 'abrieron'} el gobierno según el MRI; ${nEs(unknown)} no ${unknown === 1 ? 'tiene' : 'tienen'} evaluación.`,
  changedMethod: 'Resultados tempranos codificados por el Mecanismo de Revisión Independiente (MRI): marginales o mayores. No se suman con el cumplimiento ni se deducen de él.',
  noCommitments: 'sin compromisos documentados',
  metricsQuestion: (edition: number | undefined) => `¿Qué tan abierto era cada gobierno${edition === undefined ? '' : ` en ${edition}`}?`,
  metricsAnswer: (name: string, edition: number, top: string[], high: string, bottom: string[], low: string) =>
    `En ${edition}, «${name}» va de ${low} (${listEs(bottom)}) a ${high} (${listEs(top)}).`,
  metricsEqual: (name: string, edition: number) => `En ${edition} no hay diferencia conocida en «${name}».`,
  metricsNone: 'Ninguna edición tiene valores de estos estados.',
  metricsMethod:
    'Valores de 0 a 1 de la Métrica de Gobierno Abierto; la raya es el valor nacional de la misma edición. La tabla trae todas las ediciones: no siempre son comparables entre sí, de modo que la diferencia se calcula entre estados, nunca entre ediciones.',
  edition: 'Edición',
  indicator: 'Indicador',
  national: 'Nacional',
  state: 'Estado',
  results: 'Resultados tempranos',
  withResults: 'Abrieron el gobierno',
  withoutResults: 'Sin cambio',
};
export type CompareMessages = typeof es;

const en: CompareMessages = {
  title: 'Compare states',
  lede: 'Two to five states side by side: how far each has gone, what it promised, whether it was done, whether it changed anything and how open its government was. The address holds the comparison.',
  chosen: 'States compared',
  add: 'Add a state',
  choose: 'Choose a state',
  addButton: 'Add',
  remove: (name) => `Remove ${name}`,
  added: (name, count) => `${name} added; ${nEn(count)} now.`,
  removed: (name, count) => `${name} removed; ${nEn(count)} left.`,
  full: 'Five states are compared at most: remove one to add another.',
  unknown: (codes) => `${listEn(codes.map((code) => `“${code}”`))} ${codes.length === 1 ? 'is not the code of any state' : 'are not codes of any state'}. Codes are like MX-DUR or 10.`,
  left: (names) => `Five states are compared at most; ${listEn(names)} ${names.length === 1 ? 'is' : 'are'} left out.`,
  few: (count) => (count === 0 ? 'Choose at least two states to compare.' : 'Choose at least one more state.'),
  peers: 'Of similar population:',
  try: 'For example:',
  tableQuestion: 'Where do they differ?',
  tableAnswer: (different, all) => (different === 0 ? `They differ in none of the ${nEn(all)} facts.` : `They differ in ${nEn(different)} of ${nEn(all)} facts, which are marked.`),
  tableMethod: 'Each fact is that of the state’s profile. The last column is the distance from the least to the most of the known values; “no data” has no part in it.',
  fact: 'Fact',
  difference: 'Difference',
  differs: 'differs',
  onlyDifferences: 'Only what differs',
  facts: {
    stage: 'Stage reached',
    participates: 'Takes part in the local initiative',
    declaration: 'Declaration signed',
    secretariat: 'Local Technical Secretariat',
    population: 'Population',
    plansStated: 'Plans stated',
    plansDocumented: 'Plans documented',
    commitments: 'Commitments documented',
    completed: 'Reported finished',
    early: 'With early results',
  },
  secretariatYes: 'documented',
  installed: (date) => `installed ${date}`,
  atLatest: (date) => `by ${date} at the latest`,
  stageQuestion: 'How far has each gone?',
  stageAnswer: (parts) => `${parts.map(({ stage, names }) => `${listEn(names)}: ${stage.toLocaleLowerCase('en')}`).join('; ')}.`,
  promisedQuestion: 'How much did each promise, and how much is documented?',
  promisedAnswer: (names, count, total) =>
    names.length === 0 ? `Together they have ${nEn(total)} commitments documented here; none stands out.` : `${listEn(names)} ${names.length === 1 ? 'has' : 'have'} most documented commitments: ${nEn(count)} of the ${nEn(total)} that they have together.`,
  promisedMethod: 'Stated: the plans that the presentation of INAI counts. Documented: those with a record here. Zero means that none was found. Bars of one fact share a scale.',
  doneQuestion: 'Was what they promised done?',
  doneAnswer: (done, total, unknown) =>
    total === 0
      ? 'None of them has documented commitments.'
      : unknown === total
        ? `For none of the ${nEn(total)} documented commitments does a source say whether it was done.`
        : `${nEn(done)} of ${nEn(total)} documented commitments ${done === 1 ? 'is' : 'are'} reported as finished; of ${nEn(unknown)} no source says.`,
  doneMethod: 'The status that a source reports. “No data” does not mean that it was not done. A state without documented commitments has no bar. Bars share a scale: longer, more commitments.',
  changedQuestion: 'Did it change anything?',
  changedAnswer: (changed, total, unknown) =>
    total === 0
      ? 'None of them has documented commitments.'
      : unknown === total
        ? `None of the ${nEn(total)} commitments has an assessment of its early results.`
        : `Of ${nEn(total)} commitments, ${nEn(changed)} opened government according to the IRM; ${nEn(unknown)} ${unknown === 1 ? 'has' : 'have'} no assessment.`,
  changedMethod: 'Early results as coded by the Independent Reporting Mechanism (IRM): marginal or more. They are neither added to compliance nor concluded from it.',
  noCommitments: 'no documented commitments',
  metricsQuestion: (edition) => `How open was each government${edition === undefined ? '' : ` in ${edition}`}?`,
  metricsAnswer: (name, edition, top, high, bottom, low) => `In ${edition}, “${name}” goes from ${low} (${listEn(bottom)}) to ${high} (${listEn(top)}).`,
  metricsEqual: (name, edition) => `In ${edition} there is no known difference in “${name}”.`,
  metricsNone: 'No edition has values of these states.',
  metricsMethod:
    'Values from 0 to 1 of the Open Government Metric; the line is the national value of the same edition. The table has all editions: they are not always comparable with each other, so a difference is taken between states, never between editions.',
  edition: 'Edition',
  indicator: 'Indicator',
  national: 'National',
  state: 'State',
  results: 'Early results',
  withResults: 'Opened government',
  withoutResults: 'No change',
};

export const MESSAGES: Readonly<Record<Language, CompareMessages>> = { es, en };
