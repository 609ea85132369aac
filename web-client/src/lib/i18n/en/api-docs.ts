import { formatFor } from '$lib/format/format';
import type { Words } from '$lib/i18n/words';

const f = formatFor('en');

export default {
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
  moreLines: (count, text) => `${f.one(count, '1 more line', `${text} more lines`)}. `,
  openWhole: 'Open the whole answer',
  asCode: 'As a program',
  codeName: { curl: 'curl', javascript: 'JavaScript', python: 'Python', r: 'R', csharp: 'C#' },
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Could not copy',

  rulesTitle: 'What you can rely on',
  rules: [
    {
      term: 'Stable addresses',
      text: 'Resources live under /api/v1. Identifiers (MX-DUR, MX-NAP4, MX-DUR-PAL1-C2) neither change nor get reused.',
    },
    {
      term: 'Nothing is cut in silence',
      text: 'Every list says its exact total and the address of its next page. CSV, NDJSON and XLSX hold all rows.',
    },
    {
      term: 'Errors that help',
      text: 'An unknown parameter is an error that suggests the nearest one, in the format of RFC 9457. Each kind of error has its page.',
    },
    { term: 'Two languages, one address', text: 'Texts are pairs, title_es and title_en. The answer does not depend on who asks.' },
    { term: 'Going back to a date', text: 'as_of=2026-11-24 on any address gives the data as it was on that day.' },
    {
      term: 'Caching',
      text: 'Every answer has an ETag: asking again when nothing changed costs a 304. It can be called from any site (CORS).',
    },
  ],

  headers: 'Headers',
  statusMeaning: (status) =>
    status < 300
      ? 'fine'
      : status < 400
        ? 'not changed'
        : status === 429
          ? 'too many requests'
          : status < 500
            ? 'the request has an error'
            : 'the service failed',

  formatsTitle: 'Formats',
  formatsLede:
    'The suffix of the address chooses the format; the Accept header works too. CSV, NDJSON and XLSX hold all rows, without pages.',
  format: 'Format',
  suffix: 'Address',
  use: 'What for',
  formats: [
    { name: 'JSON', use: 'Programs. It is the format without a suffix.', path: '/api/v1/plans' },
    { name: 'CSV', use: 'Spreadsheets and analysis. With ?bom=true for those that need it.', path: '/api/v1/plans.csv' },
    { name: 'NDJSON', use: 'One record a line, for long processes.', path: '/api/v1/plans.ndjson' },
    { name: 'XLSX', use: 'Excel, with types and no trouble with accents.', path: '/api/v1/plans.xlsx' },
    { name: 'Parquet', use: 'DuckDB, pandas and other tools for analysis, with types.', path: '/api/v1/plans.parquet' },
    { name: 'GeoJSON', use: 'Maps: the states as points at their capitals.', path: '/api/v1/states.geojson' },
    { name: 'Atom and JSON Feed', use: 'Hearing of changes in a news reader.', path: '/api/v1/changes.atom' },
    { name: 'Frictionless Data Package', use: 'All the data in one file, with its schema.', path: '/data/opengov.zip' },
    { name: 'SQLite', use: 'All the data in one file that needs no import, in either language.', path: '/data/opengov.sqlite' },
    { name: 'DCAT', use: 'Catalogues and open-data portals.', path: '/data/catalog.jsonld' },
  ],

  limitsTitle: 'Limits',
  limits: [
    {
      term: 'Requests',
      text: 'Each answer says in RateLimit how many are left, and in RateLimit-Policy how many there are and for how long. Beyond that, 429 with Retry-After.',
    },
    {
      term: 'Rows a page',
      text: 'limit goes from 1 to 500, and is 50 unless you say so. The cursor of next walks the list without repeating or skipping rows.',
    },
    { term: 'No limit of rows in files', text: 'CSV, NDJSON and XLSX are sent whole, never cut short.' },
    { term: 'Read-only without a key', text: 'Reading asks for nothing. Writing takes a key with a role and a scope.' },
  ],
  policyNow: (quota, window) => `Right now: ${quota} requests every ${window} seconds for each client.`,
  linksTitle: 'The whole reference',
} satisfies Words['api-docs'];
