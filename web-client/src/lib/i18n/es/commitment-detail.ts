import { midSentence } from '$lib/i18n/sentence';
import { formatFor } from '$lib/format/format';

const n = formatFor('es').integer;
const list = formatFor('es').list;

export default {
  promiseTitle: '¿Quién prometió qué?',
  who: 'Quién',
  what: 'Qué',
  where: 'Dónde',
  nation: 'México',
  inPlan: 'en',

  codesQuestion: '¿En qué punto está, y quién lo dice?',
  codesAnswer: (reported: string | null, coded: { says: string; codes: string[] }[]) =>
    reported === null && coded.length === 0
      ? 'Sin registro aquí de su estado ni de una evaluación que no sea la del gobierno.'
      : `${reported === null ? 'Sin registro aquí de su estado' : `Se reporta: ${reported}`}; ${coded.length === 0 ? 'sin registro aquí de una evaluación que no sea la del gobierno' : coded.map(({ says, codes }) => `${list(codes)} (${says})`).join('; ')}.`,
  coded: (name: string, value: string) => `${midSentence(name, 'es')}: ${midSentence(value, 'es')}`,
  codesMethod:
    'El estado es el que reporta quien ejecuta o una fuente pública. Cada código es el de la evaluación registrada más reciente que no es del gobierno, con quien la hizo, en la escala de su época: las revisiones del Mecanismo de Revisión Independiente (MRI) anteriores y posteriores a 2021 no usan las mismas. Diseñar bien, cumplir y cambiar algo se miden aparte y nunca se promedian. «Sin registro aquí»: aquí no consta una evaluación así.',
  reportedBy: 'Según quien lo ejecuta o una fuente pública',
  verifiedBy: 'Según otra organización, que lo verificó',
  scale: 'Escala',
  measure: 'Medida',
  value: 'Valor',
  meaning: 'Qué significa',
  says: 'Quién lo dice',
  step: (at: number, of: number) => `${n(at)} de ${n(of)}`,

  lifeTitle: 'De la propuesta al cambio',
  lifeSteps: 'Pasos, cuándo se dieron y quién los dio',
  lifeHint: 'Se calcula de los registros; nadie lo escribe. Un paso sin registro aquí no es un paso que no se dio.',
  lifeStep: 'Paso',
  reached: '¿Se llegó?',
  notYet: 'Todavía no',
  assessed: (said: string) => `Según quien lo evaluó: ${said}. Su estatus: sin registro aquí.`,
  when: 'Cuándo',
  needs: (needs: string[]) => `Falta: ${list(needs)}.`,
  proposalsTitle: 'Las propuestas de las que salió',
  proposal: 'Propuesta',
  disposition: 'Qué se resolvió',
  response: 'Por qué',
  halfYearsTitle: 'Lo que se reportó de cada semestre',
  halfYear: 'Semestre',
  stallReason: 'Por qué no avanzó',
  unblock: 'Qué lo destrabaría',

  milestonesQuestion: '¿Qué pasos se planearon y cuándo se hicieron?',
  milestonesAnswer: (all: number, onTime: number, late: number, missed: number, unknown: number) =>
    `De ${n(all)} ${all === 1 ? 'hito' : 'hitos'}, ${n(onTime)} a tiempo, ${n(late)} con retraso, ${n(missed)} ${missed === 1 ? 'vencido' : 'vencidos'} sin hacerse${unknown === 0 ? '' : ` y ${n(unknown)} sin las dos fechas`}.`,
  milestonesMethod:
    'Previsto: la fecha del plan. Hecho: la fecha en que una fuente dice que se terminó. Vencido: una fuente dice que no se ha terminado y la fecha prevista pasó. Sin las dos fechas no se concluye nada.',
  milestonesNone: 'Aquí no hay registro de los hitos de este compromiso: no puede compararse lo previsto con lo hecho.',
  punctuality: { early: 'A tiempo', late: 'Con retraso', missed: 'Vencido', waiting: 'En plazo', unknown: 'Sin registro aquí' },
  days: (days: number) => `${days > 0 ? '+' : days < 0 ? '−' : ''}${n(Math.abs(days))} ${Math.abs(days) === 1 ? 'día' : 'días'}`,
  difference: 'Diferencia',

  indicatorsTitle: '¿Qué cambió para las personas?',
  outputsTitle: 'Lo que se hizo, en números',
  outputsHint:
    'Son productos (lo que se hizo, visitó, reconoció o terminó), o números de los que no consta qué son. No dicen qué cambió para las personas y no cuentan como resultados.',
  indicatorAnswer: (observed: string | null, baseline: string | null, target: string | null, reached: boolean | null) =>
    observed === null
      ? 'Aquí no hay registro de una observación de este indicador.'
      : `Observado: ${observed}. ${baseline === null ? 'La línea base no tiene registro aquí' : `La línea base era ${baseline}`} y ${target === null ? 'la meta no tiene registro aquí' : reached ? `la meta (${target}) se alcanzó` : `la meta (${target}) no se alcanzó`}${baseline === null ? ', de modo que no puede decirse cuánto cambió' : ''}.`,
  indicatorMethod:
    'Línea base, meta y observaciones tal como las da la fuente, en una misma escala que empieza en cero. Un valor sin registro aquí va rayado. Un indicador observado no demuestra que el compromiso lo causó.',
  kind: { baseline: 'Línea base', observed: 'Observado', target: 'Meta' },
  date: 'Fecha',
  source: 'Fuente',

  neighboursTitle: '¿Quién más prometió algo parecido?',
  neighboursText:
    'Compromisos de otros estados que comparten el tema o una palabra de las que distinguen su título. El parecido lo encuentra una búsqueda, no una evaluación.',
  neighboursNone: 'Aquí no hay registro de ninguno en otros estados.',
  sameArea: (areas: string[]) => `Mismo tema: ${list(areas)}`,
  sameWords: (words: string[]) => `Los dos títulos dicen ${list(words.map((word) => `«${word}»`))}`,
  allOfArea: (area: string) => `Todos los de ${area}`,
  allWithWord: (word: string) => `Buscar «${word}»`,

  historyAnswer: (count: number) =>
    count === 1 ? 'Un cambio registrado desde que existe este registro.' : `${n(count)} cambios registrados, el más reciente primero.`,
};
