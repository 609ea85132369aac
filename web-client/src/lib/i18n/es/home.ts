import { formatFor } from '$lib/format/format';

const f = formatFor('es');
const n = f.integer;
const one = (count: number, singular: string, plural: string) => (f.plural(count) === 'one' ? singular : plural);

export default {
  title: 'Gobierno abierto en México: qué se prometió, qué se hizo, qué cambió',
  headline: 'Qué prometió el gobierno abierto en México, qué se hizo y qué cambió.',
  minute: 'En un minuto',
  whoTakesPart: '¿Qué estados participan?',
  howManyFinished: '¿Cuántos compromisos se terminaron?',
  whatChanged: '¿Terminarlos cambió algo?',
  whatIsMissing: '¿Cuánto no está documentado?',
  stated: 'declarado',
  documented: 'documentado aquí',
  statedTitle: 'Lo declarado y lo documentado',
  statedLede:
    'La presentación del INAI declara unas cifras; este sitio guarda los registros que pudieron encontrarse en fuentes públicas. Son dos números distintos y se muestran ambos.',
  coverage: (share: string) => `${share} documentado`,
  beyond: 'más de lo declarado',
  notRecorded: 'aún sin registros que contar',
  seeRows: (label: string) => `Ver los registros: ${label}`,
  statusQuestion: '¿Cuántos compromisos documentados se terminaron?',
  statusMethod:
    'Se cuentan los compromisos con registro en este sitio, nacionales y locales, por el estado de cumplimiento que reporta alguna fuente. Terminado: quien lo ejecuta lo da por terminado. Verificado: alguien más lo comprobó. Un compromiso del que ninguna fuente reporta el estado queda como «sin dato», nunca como no iniciado.',
  coverageQuestion: '¿Cuánto de lo declarado está documentado?',
  coverageMethod:
    'Declarado: la cifra de la presentación del INAI. Documentado: los registros de este sitio vistos en una página pública o inferidos de ellas con una nota. La cobertura es documentado entre declarado; cuando la cifra declarada es un mínimo («más de 120»), la cobertura es como mucho la que se muestra.',
  impactQuestion: 'Cumplir, ¿cambió algo?',
  impactMethod:
    'Cumplimiento: qué parte de los compromisos se dio por terminada y quién lo dice. Resultados: en cuántos compromisos el Mecanismo de Revisión Independiente (MRI) encontró cambios en la apertura del gobierno. Son medidas distintas, de fuentes distintas, y no se suman ni se promedian.',
  compliance: 'Cumplimiento',
  complianceHint: '¿Se hizo?',
  results: 'Resultados',
  resultsHint: '¿Cambió algo?',
  planName: (number: number) => `Plan nacional ${n(number)}`,
  noFigure: 'Ninguna fuente da una cifra',
  statusColumn: 'Estado de cumplimiento',
  planColumn: 'Plan',
  answer: {
    status: (done: number, total: number, unknown: number) =>
      `${n(done)} de ${n(total)} compromisos documentados ${one(done, 'figura como terminado', 'figuran como terminados')}; de ${n(unknown)} ninguna fuente dice en qué estado están.`,
    statusAllKnown: (done: number, total: number) =>
      `${n(done)} de ${n(total)} compromisos documentados ${one(done, 'figura como terminado', 'figuran como terminados')}.`,
    coverage: (documented: number, stated: number, share: string) =>
      `De ${n(stated)} compromisos locales declarados, ${n(documented)} ${one(documented, 'está documentado', 'están documentados')} aquí (${share}).`,
    missing: (missing: number, stated: number) =>
      `${n(missing)} de los ${n(stated)} compromisos locales declarados no tienen todavía un registro aquí.`,
    nothingMissing: (stated: number) => `Los ${n(stated)} compromisos locales declarados tienen un registro aquí.`,
    impact: (compliance: number, results: number, plans: number) =>
      `De ${n(plans)} planes nacionales, ${n(compliance)} ${one(compliance, 'tiene', 'tienen')} una cifra de cumplimiento y ${n(results)} una de resultados.`,
    impactBest: (plan: string, count: number, total: number, silent: number) =>
      `En el ${plan}, ${n(count)} de ${n(total)} compromisos mostraron resultados tempranos${silent === 0 ? '' : `; de ${n(silent)} ${one(silent, 'plan nacional', 'planes nacionales')} ninguna fuente lo dice`}.`,
  },
};
