import { formatFor } from '$lib/format/format';
import type { Language } from '$lib/i18n/language';
import type { CodeLanguage, ExampleKey } from '../../../routes/api-docs/examples';

const es = {
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
  codeName: { curl: 'curl', javascript: 'JavaScript', python: 'Python', r: 'R', csharp: 'C#' } as Record<CodeLanguage, string>,
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

  headers: 'Cabeceras',
  statusMeaning: (status: number): string => (status < 300 ? 'correcto' : status < 400 ? 'sin cambios' : status === 429 ? 'demasiadas peticiones' : status < 500 ? 'la petición tiene un error' : 'error del servicio'),

  formatsTitle: 'Formatos',
  formatsLede: 'El sufijo de la dirección elige el formato, y también vale la cabecera Accept. CSV, NDJSON y XLSX traen todas las filas, sin páginas.',
  format: 'Formato',
  suffix: 'Dirección',
  use: 'Para qué',
  formats: [
    { name: 'JSON', use: 'Programas. Es el formato sin sufijo.', path: '/api/v1/plans' },
    { name: 'CSV', use: 'Hojas de cálculo y análisis. Con ?bom=true para las que lo necesitan.', path: '/api/v1/plans.csv' },
    { name: 'NDJSON', use: 'Un registro por línea, para procesos largos.', path: '/api/v1/plans.ndjson' },
    { name: 'XLSX', use: 'Excel, con tipos y sin problemas de acentos.', path: '/api/v1/plans.xlsx' },
    { name: 'GeoJSON', use: 'Mapas: los estados como puntos en su capital.', path: '/api/v1/states.geojson' },
    { name: 'Atom y JSON Feed', use: 'Enterarse de los cambios en un lector de noticias.', path: '/api/v1/changes.atom' },
    { name: 'Frictionless Data Package', use: 'Todos los datos en un archivo, con su esquema.', path: '/data/opengov.zip' },
    { name: 'DCAT', use: 'Catálogos y portales de datos abiertos.', path: '/data/catalog.jsonld' },
  ],

  limitsTitle: 'Límites',
  limits: [
    { term: 'Peticiones', text: 'Cada respuesta dice en RateLimit cuántas quedan y en RateLimit-Policy cuántas hay y por cuánto tiempo. Al pasarse, 429 con Retry-After.' },
    { term: 'Filas por página', text: 'limit va de 1 a 500 y es 50 si no se dice. El cursor de next recorre la lista sin repetir ni saltar filas.' },
    { term: 'Sin límite de filas en los archivos', text: 'CSV, NDJSON y XLSX se envían completos, sin cortarse.' },
    { term: 'Solo lectura sin clave', text: 'Leer no pide nada. Escribir exige una clave con función y ámbito.' },
  ],
  policyNow: (quota: string, window: string) => `Ahora mismo: ${quota} peticiones cada ${window} segundos por cliente.`,
  linksTitle: 'La referencia completa',
};
export type ApiMessages = typeof es;

const f = formatFor('en');
const en: ApiMessages = {
  title: 'The API: examples that run',
  lede: 'The same data that this site shows, for any program: no key, no registration, stable identifiers and every list complete.',
  consoleTitle: 'Try the API right here',
  consoleLede: 'No key and no registration. Choose an example or type an address, and the answer is what any program would get.',
  examples: 'Examples',
  example: {
    state: { name: 'A state', text: 'Durango by its INEGI code; MX-DUR works too.' },
    search: { name: 'Search', text: 'Full text in both languages whatever the accents, with only the properties asked for.' },
    count: { name: 'Count', text: 'Commitments by implementation status. Each count brings the address of its rows.' },
    story: { name: 'A story', text: 'Moving the brick kilns: problem, solution, benefits and sources.' },
    csv: { name: 'A spreadsheet', text: 'The same list as CSV: the suffix changes the format.' },
    next: { name: 'Page by page', text: 'Each page brings the address of the next, in next and in the Link header.' },
    past: { name: 'Changes', text: 'Every addition, correction and withdrawal; also as Atom and JSON Feed.' },
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
  codeName: { curl: 'curl', javascript: 'JavaScript', python: 'Python', r: 'R', csharp: 'C#' },
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

  headers: 'Headers',
  statusMeaning: (status) => (status < 300 ? 'fine' : status < 400 ? 'not changed' : status === 429 ? 'too many requests' : status < 500 ? 'the request has an error' : 'the service failed'),

  formatsTitle: 'Formats',
  formatsLede: 'The suffix of the address chooses the format; the Accept header works too. CSV, NDJSON and XLSX hold all rows, without pages.',
  format: 'Format',
  suffix: 'Address',
  use: 'What for',
  formats: [
    { name: 'JSON', use: 'Programs. It is the format without a suffix.', path: '/api/v1/plans' },
    { name: 'CSV', use: 'Spreadsheets and analysis. With ?bom=true for those that need it.', path: '/api/v1/plans.csv' },
    { name: 'NDJSON', use: 'One record a line, for long processes.', path: '/api/v1/plans.ndjson' },
    { name: 'XLSX', use: 'Excel, with types and no trouble with accents.', path: '/api/v1/plans.xlsx' },
    { name: 'GeoJSON', use: 'Maps: the states as points at their capitals.', path: '/api/v1/states.geojson' },
    { name: 'Atom and JSON Feed', use: 'Hearing of changes in a news reader.', path: '/api/v1/changes.atom' },
    { name: 'Frictionless Data Package', use: 'All the data in one file, with its schema.', path: '/data/opengov.zip' },
    { name: 'DCAT', use: 'Catalogues and open-data portals.', path: '/data/catalog.jsonld' },
  ],

  limitsTitle: 'Limits',
  limits: [
    { term: 'Requests', text: 'Each answer says in RateLimit how many are left, and in RateLimit-Policy how many there are and for how long. Beyond that, 429 with Retry-After.' },
    { term: 'Rows a page', text: 'limit goes from 1 to 500, and is 50 unless you say so. The cursor of next walks the list without repeating or skipping rows.' },
    { term: 'No limit of rows in files', text: 'CSV, NDJSON and XLSX are sent whole, never cut short.' },
    { term: 'Read-only without a key', text: 'Reading asks for nothing. Writing takes a key with a role and a scope.' },
  ],
  policyNow: (quota, window) => `Right now: ${quota} requests every ${window} seconds for each client.`,
  linksTitle: 'The whole reference',
};

export const MESSAGES: Readonly<Record<Language, ApiMessages>> = { es, en };
