export default {
  title: 'La API: ejemplos que se ejecutan',
  lede: 'Los mismos datos que muestra este sitio, para cualquier programa: sin clave, sin registro, con identificadores estables y cada lista completa.',
  consoleTitle: 'Probar la API aquí mismo',
  consoleLede: 'Sin clave y sin registro. Elija un ejemplo o escriba una dirección, y la respuesta es la que daría a cualquier programa.',
  examples: 'Ejemplos',
  example: {
    state: { name: 'Un estado', text: 'Durango por su código del INEGI; también acepta MX-DUR.' },
    search: { name: 'Buscar', text: 'Texto completo en los dos idiomas, sin importar acentos, con solo las propiedades pedidas.' },
    count: { name: 'Contar', text: 'Compromisos por estado de avance. Cada cuenta trae la dirección de sus filas.' },
    story: { name: 'Una historia', text: 'El traslado de las ladrilleras: problema, solución, beneficios y fuentes.' },
    csv: { name: 'Una hoja de cálculo', text: 'La misma lista en CSV: el sufijo cambia el formato.' },
    next: { name: 'Página a página', text: 'Cada página trae la dirección de la siguiente, en next y en la cabecera Link.' },
    past: { name: 'Cambios', text: 'Cada alta, corrección y retiro; también como Atom y JSON Feed.' },
    mistake: { name: 'Un error', text: 'Un parámetro mal escrito no se ignora: la respuesta dice cuál es y qué quiso decir.' },
  },
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
  codeName: { curl: 'curl', javascript: 'JavaScript', python: 'Python', r: 'R', csharp: 'C#' },
  copy: 'Copiar',
  copied: 'Copiado',
  copyFailed: 'No se pudo copiar',

  rulesTitle: 'Lo que se puede dar por hecho',
  rules: [
    {
      term: 'Direcciones estables',
      text: 'Los recursos están bajo /api/v1. Los identificadores (MX-DUR, MX-NAP4, MX-DUR-PAL1-C2) no cambian ni se reutilizan.',
    },
    {
      term: 'Nada se corta en silencio',
      text: 'Cada lista dice su total exacto y la dirección de la página siguiente. CSV, NDJSON y XLSX traen todas las filas.',
    },
    {
      term: 'Errores que ayudan',
      text: 'Un parámetro desconocido es un error que sugiere el más parecido, en el formato RFC 9457. Cada tipo de error tiene su página.',
    },
    { term: 'Dos idiomas, una dirección', text: 'Los textos son pares title_es y title_en. La respuesta no depende de quién pregunta.' },
    { term: 'Volver a una fecha', text: 'as_of=2026-11-24 en cualquier dirección da los datos como estaban ese día.' },
    {
      term: 'Caché',
      text: 'Cada respuesta lleva ETag: preguntar de nuevo sin cambios cuesta un 304. Se puede llamar desde cualquier sitio (CORS).',
    },
  ],

  headers: 'Cabeceras',
  statusMeaning: (status: number): string =>
    status < 300
      ? 'correcto'
      : status < 400
        ? 'sin cambios'
        : status === 429
          ? 'demasiadas peticiones'
          : status < 500
            ? 'la petición tiene un error'
            : 'error del servicio',

  formatsTitle: 'Formatos',
  formatsLede:
    'El sufijo de la dirección elige el formato, y también vale la cabecera Accept. CSV, NDJSON y XLSX traen todas las filas, sin páginas.',
  format: 'Formato',
  suffix: 'Dirección',
  use: 'Para qué',
  formats: [
    { name: 'JSON', use: 'Programas. Es el formato sin sufijo.', path: '/api/v1/plans' },
    { name: 'CSV', use: 'Hojas de cálculo y análisis. Con ?bom=true para las que lo necesitan.', path: '/api/v1/plans.csv' },
    { name: 'NDJSON', use: 'Un registro por línea, para procesos largos.', path: '/api/v1/plans.ndjson' },
    { name: 'XLSX', use: 'Excel, con tipos y sin problemas de acentos.', path: '/api/v1/plans.xlsx' },
    { name: 'Parquet', use: 'DuckDB, pandas y otras herramientas de análisis, con tipos.', path: '/api/v1/plans.parquet' },
    { name: 'GeoJSON', use: 'Mapas: los estados como puntos en su capital.', path: '/api/v1/states.geojson' },
    { name: 'Atom y JSON Feed', use: 'Enterarse de los cambios en un lector de noticias.', path: '/api/v1/changes.atom' },
    { name: 'Frictionless Data Package', use: 'Todos los datos en un archivo, con su esquema.', path: '/data/opengov.zip' },
    { name: 'SQLite', use: 'Todos los datos en un archivo que no hay que importar, en ambos idiomas.', path: '/data/opengov.sqlite' },
    { name: 'DCAT', use: 'Catálogos y portales de datos abiertos.', path: '/data/catalog.jsonld' },
  ],

  limitsTitle: 'Límites',
  limits: [
    {
      term: 'Peticiones',
      text: 'Cada respuesta dice en RateLimit cuántas quedan y en RateLimit-Policy cuántas hay y por cuánto tiempo. Al pasarse, 429 con Retry-After.',
    },
    {
      term: 'Filas por página',
      text: 'limit va de 1 a 500 y es 50 si no se dice. El cursor de next recorre la lista sin repetir ni saltar filas.',
    },
    { term: 'Sin límite de filas en los archivos', text: 'CSV, NDJSON y XLSX se envían completos, sin cortarse.' },
    { term: 'Solo lectura sin clave', text: 'Leer no pide nada. Escribir exige una clave con función y ámbito.' },
  ],
  policyNow: (quota: string, window: string) => `Ahora mismo: ${quota} peticiones cada ${window} segundos por cliente.`,
  linksTitle: 'La referencia completa',
};
