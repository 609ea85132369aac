export default {
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
      text: 'Lo que este registro no tiene es «sin registro aquí»: nunca cero, nunca una suposición. En las gráficas va rayado; en la API es null.',
    },
    {
      title: 'Cada registro lleva su fuente',
      text: 'Todo registro nombra sus fuentes y qué tan seguro es. Cuando dos fuentes no coinciden se conservan ambas, con una nota.',
    },
  ],
  methodText:
    'Los registros se toman de páginas públicas y de la presentación del INAI «Impact, Opportunities, and Challenges for Open Government». Los problemas, soluciones y beneficios están resumidos con palabras propias en los dos idiomas; los títulos son los de la fuente y, donde no los da en un idioma o los abrevia la página del estado, nuestros, con una marca que lo dice. Las fechas guardan su precisión: de algunas solo se conoce el mes o el año. Los estados de avance se anotan solo cuando una fuente los reporta.',
  coverageLink: 'Ver qué falta por documentar',
  changesLink: 'Ver qué ha cambiado',

  confidenceTitle: '¿Qué tan seguro es cada compromiso?',
  confidenceAnswer: (documented: string, total: string, counted: string) =>
    `De ${total} compromisos que se listan, ${documented} se vieron en una página pública. Las cifras del sitio cuentan los ${counted}: estos y los inferidos de ellas; lo que solo dice la presentación, o está en disputa, se lista y no se cuenta.`,
  confidenceMethod:
    'Se cuentan los compromisos de cada nivel de confianza en el momento de abrir la página. Todos los demás registros llevan la misma marca.',
  level: 'Nivel',
  meaning: 'Qué significa',
  commitments: 'Compromisos',

  sourcesTitle: '¿De dónde viene?',
  sourcesAnswer: (count: string, whole: string, publishers: string, unread: string) =>
    `De ${count} fuentes de ${publishers} publicadores; ${whole} se leyeron completas, ${unread} no se leyeron y del resto, un fragmento.`,
  sourcesMethod:
    'La lista sale del paquete de datos. «Fragmento»: solo se pudo leer una parte de la página o una copia incompleta. El micrositio del INAI dejó de responder en 2025; sus direcciones se conservan como referencia.',
  source: 'Fuente',
  publisher: 'Publicador',
  read: 'Leída',
  whole: 'Completa',
  excerpt: 'Fragmento',
  unread: 'No se leyó',
  published: 'Publicada',
  note: 'Nota',

  licencesTitle: '¿Puedo usarlo?',
  licences: [
    {
      term: 'Datos',
      text: 'La compilación se publica con la licencia Creative Commons Atribución 4.0 (CC BY 4.0). Puede copiarse, modificarse y venderse si se menciona la fuente. Los documentos originales conservan los derechos de quienes los publicaron.',
    },
    {
      term: 'Cómo citar',
      text: '«OpenGov México, paquete de datos», con la dirección de lo que se cita y la fecha de consulta. Con el as_of de un día que ya terminó en la dirección de la API, la cita da siempre la misma respuesta.',
    },
    {
      term: 'Programa',
      text: 'El código es abierto y nuestros archivos tienen la licencia MIT. El servicio, ya compilado con AutoMapper, queda bajo la RPL-1.5 o la licencia comercial de AutoMapper.',
    },
    {
      term: 'Datos personales',
      text: 'No hay: la capacitación se registra solo en totales. El sitio no usa cookies ni rastreo y no pide nada a otros servidores.',
    },
  ],
  licenceLink: 'Texto de la licencia CC BY 4.0',

  apiTitle: 'La API',
  apiText:
    'Todo lo que se ve en este sitio sale de una API pública, sin clave y sin registro. Hay una página para probarla, con ejemplos que se ejecutan, código para cinco lenguajes, formatos y límites.',
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
