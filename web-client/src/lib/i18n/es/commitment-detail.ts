import { formatFor } from '$lib/format/format';
import type { Language } from '$lib/i18n/language';
import type { Punctuality } from '../../../routes/commitments/[id]/model';

const nEs = formatFor('es').integer;
const nEn = formatFor('en').integer;
const listEs = formatFor('es').list;
const listEn = formatFor('en').list;

const es = {
  promiseTitle: '¿Quién prometió qué a quién?',
  who: 'Quién',
  what: 'Qué',
  whom: 'A quién',
  whomState: (state: string) => `A la sociedad de ${state}`,
  whomNation: 'A la sociedad de México',
  inPlan: 'en el plan',

  codesQuestion: '¿En qué punto está, y quién lo dice?',
  codesAnswer: (reported: string | null, coded: string[]) =>
    reported === null && coded.length === 0
      ? 'Nadie lo dice: ninguna fuente reporta su estado y el Mecanismo de Revisión Independiente (MRI) no lo evaluó, o su evaluación no se halló.'
      : `${reported === null ? 'Ninguna fuente reporta su estado' : `Se reporta: ${reported}`}; ${coded.length === 0 ? 'no consta una evaluación del MRI' : `el MRI codificó ${listEs(coded)}`}.`,
  coded: (name: string, value: string) => `${name.toLocaleLowerCase('es')}: ${value.toLocaleLowerCase('es')}`,
  codesMethod:
    'El estado es el que reporta quien ejecuta o una fuente pública. Los códigos son los del Mecanismo de Revisión Independiente (MRI) de OGP, en la escala de su época: las revisiones anteriores y posteriores a 2021 no usan las mismas. Cumplir y cambiar algo se miden aparte y nunca se promedian. «Sin dato»: nadie lo evaluó o no se halló la evaluación.',
  reportedBy: 'Según quien lo ejecuta o una fuente pública',
  irm: 'Según el MRI',
  scale: 'Escala',
  measure: 'Medida',
  value: 'Valor',
  meaning: 'Qué significa',
  says: 'Quién lo dice',
  step: (at: number, of: number) => `${nEs(at)} de ${nEs(of)}`,

  milestonesQuestion: '¿Qué pasos se planearon y cuándo se hicieron?',
  milestonesAnswer: (all: number, onTime: number, late: number, missed: number, unknown: number) =>
    `De ${nEs(all)} ${all === 1 ? 'hito' : 'hitos'}, ${nEs(onTime)} a tiempo, ${nEs(late)} con retraso, ${nEs(missed)} ${missed === 1 ? 'vencido' : 'vencidos'} sin hacerse${unknown === 0 ? '' : ` y ${nEs(unknown)} sin las dos fechas`}.`,
  milestonesMethod: 'Previsto: la fecha del plan. Hecho: la fecha en que una fuente dice que se terminó. Vencido: una fuente dice que no se ha terminado y la fecha prevista pasó. Sin las dos fechas no se concluye nada.',
  milestonesNone: 'Ninguna fuente registra los hitos de este compromiso: no puede compararse lo previsto con lo hecho.',
  punctuality: { early: 'A tiempo', late: 'Con retraso', missed: 'Vencido', waiting: 'En plazo', unknown: 'Sin dato' } as Record<Punctuality, string>,
  days: (days: number) => `${days > 0 ? '+' : days < 0 ? '−' : ''}${nEs(Math.abs(days))} ${Math.abs(days) === 1 ? 'día' : 'días'}`,
  difference: 'Diferencia',

  indicatorsTitle: '¿Qué cambió para las personas?',
  indicatorAnswer: (observed: string | null, baseline: string | null, target: string | null, reached: boolean | null) =>
    observed === null
      ? 'Nadie ha publicado una observación de este indicador.'
      : `Se observó ${observed}. ${baseline === null ? 'No se conoce la línea base' : `La línea base era ${baseline}`} y ${target === null ? 'no se conoce la meta' : reached ? `la meta (${target}) se alcanzó` : `la meta (${target}) no se alcanzó`}${baseline === null ? ', de modo que no puede decirse cuánto cambió' : ''}.`,
  indicatorMethod: 'Línea base, meta y observaciones tal como las da la fuente, en una misma escala que empieza en cero. Un valor desconocido va rayado. Un indicador observado no demuestra que el compromiso lo causó.',
  kind: { baseline: 'Línea base', observed: 'Observado', target: 'Meta' },
  date: 'Fecha',
  source: 'Fuente',

  neighboursTitle: '¿Quién más prometió algo parecido?',
  neighboursText: 'Compromisos de otros estados que comparten el área de política o las palabras que distinguen su título. El parecido lo encuentra una búsqueda, no una evaluación.',
  neighboursNone: 'No se halló ninguno en otros estados.',
  sameArea: (areas: string[]) => `Misma área: ${listEs(areas)}`,
  sameWords: (words: string[]) => `Menciona ${listEs(words.map((word) => `«${word}»`))}`,
  allOfArea: (area: string) => `Todos los de ${area}`,
  allWithWord: (word: string) => `Todos los que mencionan «${word}»`,

  historyAnswer: (count: number) => (count === 1 ? 'Un cambio registrado desde que existe este registro.' : `${nEs(count)} cambios registrados, el más reciente primero.`),
};
export type CommitmentPageMessages = typeof es;

const en: CommitmentPageMessages = {
  promiseTitle: 'Who promised what to whom?',
  who: 'Who',
  what: 'What',
  whom: 'To whom',
  whomState: (state) => `To society in ${state}`,
  whomNation: 'To society in Mexico',
  inPlan: 'in the plan',

  codesQuestion: 'Where does it stand, and who says so?',
  codesAnswer: (reported, coded) =>
    reported === null && coded.length === 0
      ? 'Nobody says: no source reports its status, and the Independent Reporting Mechanism (IRM) did not assess it, or its assessment was not found.'
      : `${reported === null ? 'No source reports its status' : `Reported as: ${reported}`}; ${coded.length === 0 ? 'no assessment by the IRM is on record' : `the IRM coded ${listEn(coded)}`}.`,
  coded: (name, value) => `${name.replace(/^./, (letter) => letter.toLocaleLowerCase('en'))}: ${value.toLocaleLowerCase('en')}`,
  codesMethod:
    'The status is what those who carry it out, or a public source, report. The codes are those of OGP’s Independent Reporting Mechanism (IRM), on the scale of their time: reviews before and after 2021 do not use the same. Complying and changing something are measured apart and never averaged. “No data”: nobody assessed it, or the assessment was not found.',
  reportedBy: 'According to those who carry it out or a public source',
  irm: 'According to the IRM',
  scale: 'Scale',
  measure: 'Measure',
  value: 'Value',
  meaning: 'What it means',
  says: 'Who says so',
  step: (at, of) => `${nEn(at)} of ${nEn(of)}`,

  milestonesQuestion: 'Which steps were planned, and when were they done?',
  milestonesAnswer: (all, onTime, late, missed, unknown) =>
    `Of ${nEn(all)} ${all === 1 ? 'milestone' : 'milestones'}, ${nEn(onTime)} on time, ${nEn(late)} late, ${nEn(missed)} past due and not done${unknown === 0 ? '' : `, and ${nEn(unknown)} without both dates`}.`,
  milestonesMethod: 'Planned: the date in the plan. Done: the date on which a source says that it was finished. Past due: a source says that it is not finished, and the planned date has passed. Without both dates nothing is concluded.',
  milestonesNone: 'No source records the milestones of this commitment: what was planned cannot be set against what was done.',
  punctuality: { early: 'On time', late: 'Late', missed: 'Past due', waiting: 'Not due yet', unknown: 'No data' },
  days: (days) => `${days > 0 ? '+' : days < 0 ? '−' : ''}${nEn(Math.abs(days))} ${Math.abs(days) === 1 ? 'day' : 'days'}`,
  difference: 'Difference',

  indicatorsTitle: 'What changed for people?',
  indicatorAnswer: (observed, baseline, target, reached) =>
    observed === null
      ? 'Nobody has published an observation of this indicator.'
      : `${observed} was observed. ${baseline === null ? 'The baseline is not known' : `The baseline was ${baseline}`}, and ${target === null ? 'the target is not known' : reached ? `the target (${target}) was reached` : `the target (${target}) was not reached`}${baseline === null ? ', so that it cannot be said how much it changed' : ''}.`,
  indicatorMethod: 'Baseline, target and observations as the source gives them, on one scale that starts at zero. An unknown value is hatched. An observed indicator does not prove that the commitment caused it.',
  kind: { baseline: 'Baseline', observed: 'Observed', target: 'Target' },
  date: 'Date',
  source: 'Source',

  neighboursTitle: 'Who else promised something alike?',
  neighboursText: 'Commitments of other states that share the policy area, or the words that tell its title from others. The likeness is found by a search, not by an assessment.',
  neighboursNone: 'None was found in other states.',
  sameArea: (areas) => `Same area: ${listEn(areas)}`,
  sameWords: (words) => `Mentions ${listEn(words.map((word) => `“${word}”`))}`,
  allOfArea: (area) => `All of ${area}`,
  allWithWord: (word) => `All that mention “${word}”`,

  historyAnswer: (count) => (count === 1 ? 'One change on record since this record exists.' : `${nEn(count)} changes on record, the latest first.`),
};

export const MESSAGES: Readonly<Record<Language, CommitmentPageMessages>> = { es, en };
