import { midSentence } from '$lib/i18n/sentence';
import { formatFor } from '$lib/format/format';

const { integer: n, list, one } = formatFor('es');

export default {
  title: 'Comparar estados',
  lede: 'De dos a cinco estados lado a lado: hasta dónde llegó cada uno, qué prometió, si lo hizo, si cambió algo y qué tan abierto era su gobierno. La dirección guarda la comparación.',
  chosen: 'Estados que se comparan',
  add: 'Añadir un estado',
  choose: 'Elija un estado',
  addButton: 'Añadir',
  remove: (name: string) => `Quitar ${name}`,
  added: (name: string, count: number) => `Se añadió ${name}; van ${n(count)}.`,
  removed: (name: string, count: number) => `Se quitó ${name}; quedan ${n(count)}.`,
  full: 'Se comparan cinco estados como máximo: quite uno para añadir otro.',
  unknown: (codes: string[]) =>
    `${list(codes.map((code) => `«${code}»`))} ${codes.length === 1 ? 'no es la clave de ningún estado' : 'no son claves de ningún estado'}. Las claves son como MX-DUR o 10.`,
  left: (names: string[]) =>
    `Se comparan cinco estados como máximo; ${names.length === 1 ? 'quedó fuera' : 'quedaron fuera'} ${list(names)}.`,
  few: (count: number): string => (count === 0 ? 'Elija al menos dos estados para compararlos.' : 'Elija al menos un estado más.'),
  peers: 'De población parecida:',
  try: 'Por ejemplo:',
  tableQuestion: '¿En qué se distinguen?',
  tableAnswer: (different: number, all: number) =>
    different === 0
      ? `No se distinguen en ninguno de los ${n(all)} datos.`
      : `Se distinguen en ${n(different)} de ${n(all)} ${one(all, 'dato', 'datos')}; ${one(different, 'va marcado', 'van marcados')}.`,
  tableMethod:
    'Cada dato es el del perfil del estado. La última columna es la distancia entre el mayor y el menor de los valores conocidos; lo que no tiene registro aquí no entra en ella.',
  fact: 'Dato',
  difference: 'Diferencia',
  differs: 'distinto',
  onlyDifferences: 'Solo lo que se distingue',
  facts: {
    stage: 'Etapa alcanzada',
    participates: 'Se sumó a la iniciativa local',
    declaration: 'Declaración firmada',
    secretariat: 'Secretariado técnico local',
    population: 'Población',
    finished: 'Compromisos terminados, de todos sus planes',
    early: 'Compromisos que abrieron el gobierno, de todos sus planes',
  },
  allPlans:
    'Se cuentan los compromisos de todos los planes documentados de cada estado y de sus municipios, también los posteriores a la presentación.',
  secretariatSeen: (said: string, date: string) => `${said}; visto por última vez: ${date}`,
  secretariatYes: 'documentado',
  installed: (date: string) => `instalado: ${date}`,
  atLatest: (date: string) => `a más tardar en ${date}`,
  stageQuestion: '¿Hasta dónde llegó cada uno?',
  stageAnswer: (parts: { stage: string; names: string[] }[]) =>
    `${parts.map(({ stage, names }) => `${list(names)}: ${midSentence(stage, 'es')}`).join('; ')}.`,
  promisedQuestion: '¿Cuánto prometió cada uno y cuánto está documentado?',
  promisedAnswer: (names: string[], count: number, total: number) =>
    names.length === 0
      ? `Entre todos suman ${n(total)} compromisos documentados aquí; nadie sobresale.`
      : `Quien más compromisos documentados tiene es ${list(names)}: ${n(count)} de los ${n(total)} que suman.`,
  promisedMethod: 'Las barras de un mismo dato comparten escala.',
  doneMethod: 'Un estado sin compromisos documentados no tiene barra. Las barras comparten escala: más larga, más compromisos.',
  noCommitments: 'sin compromisos documentados',
  metricsQuestion: (edition: string | undefined) =>
    `¿Qué tan abierto era cada gobierno${edition === undefined ? '' : ` según la edición ${edition} de la Métrica`}?`,
  metricsAnswer: (name: string, edition: string, top: string[], high: string, bottom: string[], low: string) =>
    `En la edición ${edition}, «${name}» va de ${low} (${list(bottom)}) a ${high} (${list(top)}).`,
  metricsEqual: (name: string, edition: string) => `En la edición ${edition} no hay diferencia conocida en «${name}».`,
  metricsNone: 'Aquí no hay registro de valores de estos estados en ninguna edición.',
  metricsMethod:
    'Valores de 0 a 1 de la Métrica de Gobierno Abierto; la raya es el valor nacional de la misma edición. La tabla trae todas las ediciones: no siempre son comparables entre sí, de modo que la diferencia se calcula entre estados, nunca entre ediciones.',
  edition: 'Edición',
  indicator: 'Indicador',
  national: 'Nacional',
  state: 'Estado',
  results: 'Resultados tempranos',
  withResults: 'Abrieron el gobierno',
  withoutResults: 'No lo abrieron, o aún sin resultados',
};
