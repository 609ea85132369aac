import { formatFor } from '$lib/format/format';
import { spanish } from '$lib/i18n/sentence';
import type { Place } from '$lib/records/places';

const f = formatFor('es');

export default {
  title: 'Métrica de Gobierno Abierto',
  lede: 'La Métrica midió, de 0 a 1, qué tan abiertas eran las instituciones: cuánta información daban (transparencia) y cuánto dejaban influir (participación), vistas desde el gobierno y desde la ciudadanía.',
  edition: 'Edición',
  indicator: 'Indicador',
  value: 'Valor',
  scale: 'Escala de 0 a 1',
  scaleOf: (min: number, max: number) => `De ${min} (nada abierto) a ${max} (totalmente abierto)`,
  source: 'De dónde sale',

  trendQuestion: '¿Se volvió más abierto el gobierno en México?',
  trendWent: (name: string, from: string, fromYear: string, to: string, toYear: string) =>
    `${name}: de ${from} en ${fromYear} a ${to} en ${toYear}, ediciones que su propia fuente compara.`,
  trendApart: (list: string, one: boolean) =>
    one
      ? `El valor de ${list} queda aparte: no se estableció si se puede comparar con el de la edición anterior.`
      : `Los valores de ${list} quedan aparte: no se estableció si se pueden comparar con los de la edición anterior.`,
  /** None can be set beside another: the question has no answer. */
  trendUnanswered: (list: string, one: boolean) =>
    one
      ? `Con lo que consta no se puede responder: hay un solo valor, ${list}.`
      : `Con lo que consta no se puede responder: los valores son ${list}, y no se estableció si los de una edición se pueden comparar con los de la anterior.`,
  trendAt: (value: string, year: string) => `${value} en ${year}`,
  trendNone: 'Aquí no hay registro del valor nacional de ninguna edición.',
  trendLabel: 'Valor nacional por edición',
  trendMethod:
    'Valores nacionales publicados. Una línea une dos ediciones solo cuando su propia fuente las compara, y debajo está qué tienen en común y qué no; entre las demás hay un corte, porque no consta que la diferencia sea un cambio y no otra forma de medir.',
  break: 'sin comparar',
  breaksTitle: 'Por qué algunos puntos no se unen',
  joinedTitle: 'Por qué otros sí, y con qué reserva',
  comparable: 'Comparada con la anterior',
  comparableYes: 'Su fuente las compara',
  comparableNo: 'Su fuente dice que no se comparan',
  comparableUnknown: 'No se estableció',
  comparableFirst: 'Primera edición',

  viewsQuestion: '¿Ven lo mismo el gobierno y la ciudadanía?',
  government: 'Gobierno',
  citizen: 'Ciudadanía',
  governmentHint: 'lo que la institución ofrece',
  citizenHint: 'lo que obtiene quien pregunta',
  gap: 'Diferencia',
  viewsWidest: (dimension: string, year: string, government: string, citizen: string) =>
    `La mayor distancia está en ${dimension} de ${year}: ${government} desde el gobierno y ${citizen} desde la ciudadanía.`,
  viewsMissing: (years: string) => `De ${years} no hay registro aquí por perspectiva.`,
  viewsDoubted: (list: string) => `Sin contar ${list}: una nota de abajo dice por qué es dudoso lo publicado.`,
  viewsNone: 'No hay registro aquí de ninguna edición por perspectiva.',
  viewsMethod:
    'La perspectiva gubernamental mide lo que las instituciones ofrecen; la ciudadana, lo que obtiene una persona que busca o pide información, o que propone algo. De 2021 y 2023 no se encontraron valores nacionales por perspectiva: se muestran como «sin registro aquí», no como cero.',
  notes: 'Notas a estos valores',

  noRanked: (asked: string, shown: string) =>
    `De la edición ${asked} no hay aquí valores por estado de este indicador que puedan compararse: no constan o están en disputa. Se muestra la de ${shown}.`,
  statesQuestion: (indicator: string, year: string) => `¿Qué tan abierto fue cada estado? ${indicator}, edición ${year}`,
  statesMethod:
    'Cada punto es un estado; la línea vertical es el valor nacional de la misma edición. Los estados sin valor publicado en esa edición aparecen aparte, como «sin registro aquí».',
  distribution: (count: number) => `Distribución: cada punto es un estado (${count})`,
  ranking: 'De mayor a menor',
  places: ({ from, to }: Place) => (from === to ? String(from) : `${from}-${to}`),
  place: ({ from, to }: Place, of: number) => (from === to ? `lugar ${from} de ${of}` : `lugares ${from} a ${to} de ${of}`),
  national: 'Nacional',
  without: (count: number) =>
    count === 1 ? 'sin registro aquí de 1 estado en esta edición' : `sin registro aquí de ${count} estados en esta edición`,
  disputed: (count: number) => `en disputa: ${count} ${count === 1 ? 'estado' : 'estados'} en esta edición`,
  editionStates: (year: string, states: number) => `${year} (${states} ${states === 1 ? 'estado' : 'estados'})`,

  kindsQuestion: (year: string) => `¿Qué instituciones fueron más abiertas en la edición ${year}?`,
  kindsNone: '¿Qué instituciones fueron más abiertas?',
  level: 'Por orden de gobierno',
  kind: 'Por tipo de institución',
  grouping: 'Clasificación',
  institutions: 'Instituciones',
  institutionsOf: (count: string) => `${count} inst.`,
  kindsAnswer: (high: string, highest: string, low: string, lowest: string) => `Por tipo, de ${highest} (${high}) a ${lowest} (${low}).`,
  levelsAnswer: (list: string) => `Por orden de gobierno: ${list}.`,
  kindsMethod:
    'Promedios que calculamos con los datos de cada institución, publicados con la edición; no son cifras publicadas como tales. Un tipo con pocas instituciones pesa lo mismo que otro con muchas: el número de cada uno está al lado.',

  againQuestion: '¿Coincide lo publicado con lo que dan sus partes?',
  published: 'Publicado',
  recomputed: 'Recalculado',
  againWorst: (name: string, year: string, published: string, recomputed: string) =>
    `Casi siempre. La excepción: ${name} de ${year}, que se publicó como ${published} aunque sus dos partes promedian ${recomputed}.`,
  againAll: (count: number) =>
    `Sí: ${f.one(count, 'en el único caso que se puede', `en los ${count} casos que se pueden`)} recalcular, la diferencia cabe en el redondeo.`,
  againNone: 'Ningún valor se puede recalcular.',
  againMethod:
    'El índice es el promedio de transparencia y participación, y cada una el promedio de sus dos perspectivas. Donde las dos partes se publicaron, la API calcula ese promedio y lo pone al lado. Una diferencia de hasta 0.01 puede venir del redondeo de las cifras a dos decimales.',
  partsMissing: 'sus partes no se publicaron',
  caseTitle: (name: string, year: string) => `El caso ${spanish.de(name)}, ${year}`,
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
