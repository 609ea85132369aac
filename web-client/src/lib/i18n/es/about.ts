import type { Language } from '$lib/i18n/language';

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

  apiTitle: 'La API',
  apiText: 'Todo lo que se ve en este sitio sale de una API pública, sin clave y sin registro. Hay una página para probarla, con ejemplos que se ejecutan, código para cinco lenguajes, formatos y límites.',
  apiLink: 'Probar la API',

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

  apiTitle: 'The API',
  apiText: 'All that is seen on this site comes from a public API, without a key and without registering. There is a page to try it, with examples that run, code for five languages, formats and limits.',
  apiLink: 'Try the API',

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
