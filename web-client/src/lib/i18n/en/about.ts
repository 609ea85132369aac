import type { Words } from '$lib/i18n/words';

export default {
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
      text: 'What this register lacks is “no record here”: never zero, never a guess. Charts hatch it; in the API it is null.',
    },
    {
      title: 'Every record carries its source',
      text: 'Each record names its sources and how sure it is. Where two sources disagree both are kept, with a note.',
    },
  ],
  methodText:
    'Records are taken from public pages and from the presentation of INAI “Impact, Opportunities, and Challenges for Open Government”. Problems, solutions and benefits are summed up in our own words in both languages; titles are those of the source and, where it gives none in a language or the page of the state was abbreviated, ours, with a mark that says so. Dates keep their precision: of some only the month or the year is known. An implementation status is recorded only where a source reports one.',
  coverageLink: 'See what is still undocumented',
  changesLink: 'See what has changed',

  confidenceTitle: 'How sure is each commitment?',
  confidenceAnswer: (documented, total, counted) =>
    `Of ${total} commitments that are listed, ${documented} were seen on a public page. The figures of the site count ${counted}: these and those inferred from them; what only the presentation says, or is disputed, is listed and not counted.`,
  confidenceMethod:
    'Counted are the commitments at each level of confidence, at the moment the page is opened. All other records carry the same mark.',
  level: 'Level',
  meaning: 'What it means',
  commitments: 'Commitments',

  sourcesTitle: 'Where does it come from?',
  sourcesAnswer: (count, whole, publishers, unread) =>
    `From ${count} sources by ${publishers} publishers; ${whole} were read whole, ${unread} were not read, and of the rest an excerpt.`,
  sourcesMethod:
    'The list comes from the data package. “Excerpt”: only part of the page, or an incomplete copy, could be read. INAI’s microsite stopped answering in 2025; its addresses are kept for reference.',
  source: 'Source',
  publisher: 'Publisher',
  read: 'Read',
  whole: 'Whole',
  excerpt: 'Excerpt',
  unread: 'Not read',
  published: 'Published',
  note: 'Note',

  licencesTitle: 'May I use it?',
  licences: [
    {
      term: 'Data',
      text: 'The compilation is published under Creative Commons Attribution 4.0 (CC BY 4.0). It can be copied, changed and sold as long as the source is named. The original documents keep the rights of those who published them.',
    },
    {
      term: 'How to cite',
      text: '“OpenGov Mexico, data package”, with the address of what is cited and the date you read it. With the as_of of a day that is over in an API address, the citation always gives the same answer.',
    },
    {
      term: 'Software',
      text: 'The code is open, and our own files are under MIT. The service as built together with AutoMapper falls under RPL-1.5 or AutoMapper’s commercial licence.',
    },
    {
      term: 'Personal data',
      text: 'There is none: training is recorded in totals only. The site uses no cookies or tracking and asks nothing of other servers.',
    },
  ],
  licenceLink: 'Text of the CC BY 4.0 licence',

  apiTitle: 'The API',
  apiText:
    'All that is seen on this site comes from a public API, without a key and without registering. There is a page to try it, with examples that run, code for five languages, formats and limits.',
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
} satisfies Words['about'];
