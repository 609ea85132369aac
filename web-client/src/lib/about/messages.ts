import { formatFor } from '$lib/format/format';
import type { Language } from '$lib/i18n/language';
import type { CodeLanguage, ExampleKey } from './examples';

const es = {
  title: 'Acerca de los datos y la API',
  lede: 'Qué hay aquí, de dónde viene, qué tan seguro es cada dato y cómo usarlo: leerlo, descargarlo, citarlo o construir algo encima.',
  contents: 'En esta página',

  methodTitle: '¿Cómo se hace este registro?',
  principles: [
    {
      title: 'Cumplir no es lo mismo que cambiar algo',
      text: 'Si un compromiso se cumplió, si abrió el gobierno y si mejoró la vida de alguien son tres preguntas. Se responden por separado, con fuentes distintas, y nunca se suman en una sola calificación.',
    },
    {
      title: 'Lo declarado y lo documentado son dos cifras',
      text: 'Una fuente puede decir «131 compromisos» y aquí haber registro de menos. Se muestran las dos cifras, y la distancia entre ellas se llama cobertura.',
    },
    {
      title: 'Lo que no se sabe se deja vacío',
      text: 'Un dato desconocido es «sin dato»: nunca cero, nunca una suposición. En las gráficas va rayado; en la API es null.',
    },
    {
      title: 'Cada cifra lleva su fuente',
      text: 'Todo registro nombra sus fuentes y qué tan seguro es. Cuando dos fuentes no coinciden se conservan ambas, con una nota.',
    },
  ],
  methodText:
    'Los registros se toman de páginas públicas y de la presentación del INAI «Impact, Opportunities, and Challenges for Open Government». Los problemas, soluciones y beneficios están resumidos con palabras propias en los dos idiomas; los títulos son los de la fuente. Las fechas guardan su precisión: de algunas solo se conoce el mes o el año. Los estados de avance se anotan solo cuando una fuente los reporta.',
  coverageLink: 'Ver qué falta por documentar',
  changesLink: 'Ver qué ha cambiado',

  confidenceTitle: '¿Qué tan seguro es cada dato?',
  confidenceAnswer: (documented: string, total: string) => `De ${total} compromisos registrados, ${documented} se vieron en una página pública.`,
  confidenceMethod: 'Se cuentan los compromisos de cada nivel de confianza en el momento de abrir la página. Todos los demás registros llevan la misma marca.',
  level: 'Nivel',
  meaning: 'Qué significa',
  commitments: 'Compromisos',

  sourcesTitle: '¿De dónde viene?',
  sourcesAnswer: (count: string, whole: string, publishers: string) =>
    `De ${count} fuentes de ${publishers} publicadores; ${whole} se leyeron completas y del resto, un fragmento.`,
  sourcesMethod:
    'La lista sale del paquete de datos. «Fragmento»: solo se pudo leer una parte de la página o una copia incompleta. El micrositio del INAI dejó de responder en 2025; sus direcciones se conservan como referencia.',
  source: 'Fuente',
  publisher: 'Publicador',
  read: 'Leída',
  whole: 'Completa',
  excerpt: 'Fragmento',
  note: 'Nota',

  licencesTitle: '¿Puedo usarlo?',
  licences: [
    { term: 'Datos', text: 'La compilación se publica con la licencia Creative Commons Atribución 4.0 (CC BY 4.0). Puede copiarse, modificarse y venderse si se menciona la fuente. Los documentos originales conservan los derechos de quienes los publicaron.' },
    { term: 'Cómo citar', text: '«OpenGov México, paquete de datos», con la dirección de lo que se cita y la fecha de consulta. Con as_of en la dirección de la API, la cita da siempre la misma respuesta.' },
    { term: 'Programa', text: 'El código es abierto. La licencia y la razón de elegirla están en el repositorio.' },
    { term: 'Datos personales', text: 'No hay: la capacitación se registra solo en totales. El sitio no usa cookies ni rastreo y no pide nada a otros servidores.' },
  ],
  licenceLink: 'Texto de la licencia CC BY 4.0',

  apiTitle: 'Probar la API aquí mismo',
  apiLede: 'Sin clave y sin registro. Elija un ejemplo o escriba una dirección, y la respuesta es la que daría a cualquier programa.',
  examples: 'Ejemplos',
  example: {
    state: { name: 'Un estado', text: 'Durango por su código del INEGI; también acepta MX-DUR.' },
    search: { name: 'Buscar', text: 'Texto completo en los dos idiomas, sin importar acentos, con solo las propiedades pedidas.' },
    count: { name: 'Contar', text: 'Compromisos por estado de avance. Cada cuenta trae la dirección de sus filas.' },
    story: { name: 'Una historia', text: 'El traslado de las ladrilleras: problema, solución, beneficios y fuentes.' },
    csv: { name: 'Una hoja de cálculo', text: 'La misma lista en CSV: el sufijo cambia el formato.' },
    mistake: { name: 'Un error', text: 'Un parámetro mal escrito no se ignora: la respuesta dice cuál es y qué quiso decir.' },
  } as Record<ExampleKey, { name: string; text: string }>,
  address: 'Dirección',
  run: 'Ejecutar',
  running: 'Esperando la respuesta…',
  notRunnable: 'La dirección debe empezar con /api/v1/, /data/ u /openapi/.',
  noAnswer: 'La API no respondió. Puede ser la conexión o que el servicio esté detenido.',
  answered: (status: number, milliseconds: string, bytes: string) => `${status} en ${milliseconds} ms, ${bytes}`,
  answer: 'Respuesta',
  moreLines: (count: number, text: string) => `${count === 1 ? 'Falta 1 línea' : `Faltan ${text} líneas`}. `,
  openWhole: 'Abrir la respuesta completa',
  asCode: 'Como programa',
  codeName: { curl: 'curl', javascript: 'JavaScript', python: 'Python' } as Record<CodeLanguage, string>,
  copy: 'Copiar',
  copied: 'Copiado',
  copyFailed: 'No se pudo copiar',

  rulesTitle: 'Lo que se puede dar por hecho',
  rules: [
    { term: 'Direcciones estables', text: 'Los recursos están bajo /api/v1. Los identificadores (MX-DUR, MX-NAP4, MX-DUR-PAL1-C2) no cambian ni se reutilizan.' },
    { term: 'Nada se corta en silencio', text: 'Cada lista dice su total exacto y la dirección de la página siguiente. CSV, NDJSON y XLSX traen todas las filas.' },
    { term: 'Errores que ayudan', text: 'Un parámetro desconocido es un error que sugiere el más parecido, en el formato RFC 9457. Cada tipo de error tiene su página.' },
    { term: 'Dos idiomas, una dirección', text: 'Los textos son pares title_es y title_en. La respuesta no depende de quién pregunta.' },
    { term: 'Volver a una fecha', text: 'as_of=2026-11-24 en cualquier dirección da los datos como estaban ese día.' },
    { term: 'Caché', text: 'Cada respuesta lleva ETag: preguntar de nuevo sin cambios cuesta un 304. Se puede llamar desde cualquier sitio (CORS).' },
  ],

  linksTitle: 'Todo lo demás',
  links: {
    swagger: { name: 'Swagger', text: 'todas las direcciones, para probarlas' },
    openapi: { name: 'Descripción OpenAPI 3.1', text: 'para generar clientes' },
    zip: { name: 'Todos los datos (zip)', text: 'CSV y datapackage.json' },
    datapackage: { name: 'Paquete de datos', text: 'tablas, tipos, claves y licencias' },
    catalog: { name: 'Catálogo DCAT', text: 'para portales de datos abiertos' },
    atom: { name: 'Cambios (Atom)', text: 'para un lector de noticias' },
    problems: { name: 'Errores de la API', text: 'qué significa cada uno' },
    practices: { name: 'Buenas prácticas y herramientas', text: 'casos, instrumentos, formación y aprendizajes' },
    timeline: { name: 'Cronología', text: 'hechos con fecha y fuente' },
    coverage: { name: 'Cobertura', text: 'qué falta y cómo ayudar' },
    changes: { name: 'Cambios', text: 'cada alta, corrección y retiro' },
  },
};
export type AboutMessages = typeof es;

const f = formatFor('en');
const en: AboutMessages = {
  title: 'About the data and the API',
  lede: 'What is here, where it comes from, how sure each piece is and how to use it: read it, download it, cite it or build on it.',
  contents: 'On this page',

  methodTitle: 'How is this record made?',
  principles: [
    {
      title: 'Complying is not the same as changing something',
      text: 'Whether a commitment was fulfilled, whether it opened government and whether it made anyone’s life better are three questions. They are answered apart, from different sources, and never added up to one score.',
    },
    {
      title: 'Stated and documented are two figures',
      text: 'A source may say “131 commitments” while fewer have a record here. Both figures are shown, and the distance between them is called coverage.',
    },
    {
      title: 'What is not known is left empty',
      text: 'Something unknown is “no data”: never zero, never a guess. Charts hatch it; in the API it is null.',
    },
    {
      title: 'Every figure carries its source',
      text: 'Each record names its sources and how sure it is. Where two sources disagree both are kept, with a note.',
    },
  ],
  methodText:
    'Records are taken from public pages and from the presentation of INAI “Impact, Opportunities, and Challenges for Open Government”. Problems, solutions and benefits are summed up in our own words in both languages; titles are those of the source. Dates keep their precision: of some only the month or the year is known. An implementation status is recorded only where a source reports one.',
  coverageLink: 'See what is still undocumented',
  changesLink: 'See what has changed',

  confidenceTitle: 'How sure is each piece of data?',
  confidenceAnswer: (documented, total) => `Of ${total} commitments on record, ${documented} were seen on a public page.`,
  confidenceMethod: 'Counted are the commitments at each level of confidence, at the moment the page is opened. All other records carry the same mark.',
  level: 'Level',
  meaning: 'What it means',
  commitments: 'Commitments',

  sourcesTitle: 'Where does it come from?',
  sourcesAnswer: (count, whole, publishers) =>
    `From ${count} sources by ${publishers} publishers; ${whole} were read whole, and of the rest an excerpt.`,
  sourcesMethod:
    'The list comes from the data package. “Excerpt”: only part of the page, or an incomplete copy, could be read. INAI’s microsite stopped answering in 2025; its addresses are kept for reference.',
  source: 'Source',
  publisher: 'Publisher',
  read: 'Read',
  whole: 'Whole',
  excerpt: 'Excerpt',
  note: 'Note',

  licencesTitle: 'May I use it?',
  licences: [
    { term: 'Data', text: 'The compilation is published under Creative Commons Attribution 4.0 (CC BY 4.0). It can be copied, changed and sold as long as the source is named. The original documents keep the rights of those who published them.' },
    { term: 'How to cite', text: '“OpenGov Mexico, data package”, with the address of what is cited and the date you read it. With as_of in an API address, the citation always gives the same answer.' },
    { term: 'Software', text: 'The code is open. The licence, and why it was chosen, is in the repository.' },
    { term: 'Personal data', text: 'There is none: training is recorded in totals only. The site uses no cookies or tracking and asks nothing of other servers.' },
  ],
  licenceLink: 'Text of the CC BY 4.0 licence',

  apiTitle: 'Try the API right here',
  apiLede: 'No key and no registration. Choose an example or type an address, and the answer is what any program would get.',
  examples: 'Examples',
  example: {
    state: { name: 'A state', text: 'Durango by its INEGI code; MX-DUR works too.' },
    search: { name: 'Search', text: 'Full text in both languages whatever the accents, with only the properties asked for.' },
    count: { name: 'Count', text: 'Commitments by implementation status. Each count brings the address of its rows.' },
    story: { name: 'A story', text: 'Moving the brick kilns: problem, solution, benefits and sources.' },
    csv: { name: 'A spreadsheet', text: 'The same list as CSV: the suffix changes the format.' },
    mistake: { name: 'A mistake', text: 'A misspelt parameter is not ignored: the answer says which one it is and what you meant.' },
  },
  address: 'Address',
  run: 'Run',
  running: 'Waiting for the answer…',
  notRunnable: 'The address must start with /api/v1/, /data/ or /openapi/.',
  noAnswer: 'The API did not answer. It may be the connection, or the service may be down.',
  answered: (status, milliseconds, bytes) => `${status} in ${milliseconds} ms, ${bytes}`,
  answer: 'Answer',
  moreLines: (count, text) => `${f.plural(count) === 'one' ? '1 more line' : `${text} more lines`}. `,
  openWhole: 'Open the whole answer',
  asCode: 'As a program',
  codeName: { curl: 'curl', javascript: 'JavaScript', python: 'Python' },
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Could not copy',

  rulesTitle: 'What you can rely on',
  rules: [
    { term: 'Stable addresses', text: 'Resources live under /api/v1. Identifiers (MX-DUR, MX-NAP4, MX-DUR-PAL1-C2) neither change nor get reused.' },
    { term: 'Nothing is cut in silence', text: 'Every list says its exact total and the address of its next page. CSV, NDJSON and XLSX hold all rows.' },
    { term: 'Errors that help', text: 'An unknown parameter is an error that suggests the nearest one, in the format of RFC 9457. Each kind of error has its page.' },
    { term: 'Two languages, one address', text: 'Texts are pairs, title_es and title_en. The answer does not depend on who asks.' },
    { term: 'Going back to a date', text: 'as_of=2026-11-24 on any address gives the data as it was on that day.' },
    { term: 'Caching', text: 'Every answer has an ETag: asking again when nothing changed costs a 304. It can be called from any site (CORS).' },
  ],

  linksTitle: 'Everything else',
  links: {
    swagger: { name: 'Swagger', text: 'every address, to try' },
    openapi: { name: 'OpenAPI 3.1 description', text: 'to generate clients' },
    zip: { name: 'All the data (zip)', text: 'CSV and datapackage.json' },
    datapackage: { name: 'Data package', text: 'tables, types, keys and licences' },
    catalog: { name: 'DCAT catalogue', text: 'for open-data portals' },
    atom: { name: 'Changes (Atom)', text: 'for a news reader' },
    problems: { name: 'API errors', text: 'what each one means' },
    practices: { name: 'Good practices and toolbox', text: 'cases, instruments, training and learnings' },
    timeline: { name: 'Timeline', text: 'events with date and source' },
    coverage: { name: 'Coverage', text: 'what is missing and how to help' },
    changes: { name: 'Changes', text: 'every addition, correction and withdrawal' },
  },
};

export const MESSAGES: Record<Language, AboutMessages> = { es, en };
