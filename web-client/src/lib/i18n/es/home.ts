import { formatFor } from '$lib/format/format';

const f = formatFor('es');
const n = f.integer;
const { one } = f;

export default {
  title: 'Gobierno abierto en México: qué se prometió, qué se hizo, qué cambió',
  headline: 'Qué prometió el gobierno abierto en México, qué se hizo y qué cambió.',
  minute: 'En un minuto',
  notSubtracted: 'No se puede restar.',
  notAPart: 'No se puede restar: no se sabe si son los mismos',
  stated: 'declarado',
  documented: 'documentado aquí',
  statedTitle: 'Lo declarado y lo documentado',
  statedLede:
    'La presentación del INAI declara unas cifras; este sitio guarda los registros que pudieron encontrarse en fuentes públicas. Son dos números distintos y se muestran ambos.',
  coverage: (share: string, numbers: string) => `${share} documentado: ${numbers} que declara la presentación`,
  beyond: 'más de lo declarado',
  notRecorded: 'no se pueden comparar',
  seeRows: (label: string) => `Ver los registros: ${label}`,
  coverageQuestion: '¿Cuánto de lo declarado está documentado?',
  coverageMethod:
    'Declarado: la cifra de la presentación del INAI. Documentado: los registros de este sitio vistos en una página pública o inferidos de ellas con una nota. La cobertura es documentado entre declarado; cuando la cifra declarada es un mínimo («más de 120»), la cobertura es como mucho la que se muestra.',
  impactQuestion: '¿Se hicieron, y cambiaron algo?',
  statusColumn: 'Estatus',
  byStatus: 'Por su estatus:',
  assessed: (voices: string) => (voices === '' ? 'Según evaluaciones:' : `Según evaluaciones (${voices}):`),
  byCodes: 'Por sus códigos:',
  shareColumn: '% de lo declarado',
  planColumn: 'Plan',
  questionColumn: 'Pregunta',
  answerColumn: 'Quién dice qué',
  nationalPlansOnly: 'Planes nacionales',
  /** La presentación no tiene fecha: lo que es suyo es de hacia 2020. */
  accordingTo: (source: string, presented: boolean) => `${presented ? 'Hacia 2020, según' : 'Según'}: ${source}.`,
  saidBy: 'Según:',
  wholeTimeline: 'Qué pasó antes y después',
  otherSource: 'Con otra fuente aquí:',
  nationalPlans: 'De los planes nacionales:',
  nationalCoverageQuestion: '¿Cuánto de cada plan nacional está documentado?',
  answer: {
    national: (documented: number, stated: number, share: string, least: string | undefined) =>
      `De ${n(stated)} ${one(stated, 'compromiso declarado', 'compromisos declarados')} en los planes nacionales, ${n(documented)} ${one(documented, 'está documentado', 'están documentados')} aquí (${share}).${least ? ` El mayor hueco: ${least}.` : ''}`,
    coverage: (documented: number, stated: number, share: string) =>
      `De ${n(stated)} ${one(stated, 'compromiso local', 'compromisos locales')} que declara la presentación, ${n(documented)} ${one(documented, 'está documentado', 'están documentados')} aquí (${share}).`,
    saidOf: (plan: string, voice: string) => `${plan}. Lo dice: ${voice}.`,
  },
};
