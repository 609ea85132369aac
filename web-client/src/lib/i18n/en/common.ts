import { english, midSentence } from '$lib/i18n/sentence';
import type { Doubt } from '$lib/map/choropleth';
import { formatFor } from '$lib/format/format';
import type { Words } from '$lib/i18n/words';
import failures from './failures';
import narrowed, { quoted } from './narrowed';
import voices from './voices';

const f = formatFor('en');
const { integer: n, one } = f;

const dataOf = (publishers: string[], others: boolean) => `Data of ${f.list(others ? [...publishers, 'others'] : publishers)}.`;

const sourcesOf = (names: string, more: number) =>
  `${names.includes('; ') || more > 0 ? 'Sources' : 'Source'}: ${names}${more === 0 ? '' : ` and ${n(more)} more`}.`;

/** Every word of the interface in English; see es/common.ts. */
export default {
  site: {
    name: 'OpenGov',
    place: 'Mexico',
    sentence:
      'OpenGov records what Mexico’s open-government plans promised, what was done and what is on record as changed, with the source of each record.',
    description: 'Open-government plans, commitments, states and metrics in Mexico, with the source of each record and a public API.',
    skip: 'Skip to content',
    mainNavigation: 'Main',
    language: 'Language',
    toDark: 'Dark theme',
    toLight: 'Light theme',
  },
  nav: {
    home: 'Home',
    states: 'States',
    compare: 'Compare',
    secretariats: 'Secretariats',
    dialogue: 'Dialogue',
    plans: 'Plans',
    commitments: 'Commitments',
    themes: 'Themes',
    coverage: 'What is missing',
    timeline: 'Timeline',
    metrics: 'Metrics',
    about: 'About and API',
  },
  search: {
    everything: 'Search the whole site',
    button: 'Search',
  },
  footer: {
    more: 'More',
    measures: 'What every figure means',
    practices: 'Practices and toolbox',
    secretariats: 'Local Technical Secretariats',
    compare: 'Compare states',
    organizations: 'Organisations',
    changes: 'Changes',
    about:
      'An open, durable record of open-government plans, commitments, states and metrics in Mexico. Complying is not the same as changing something: the two are shown apart here.',
    data: 'Data',
    apiPage: 'Try the API',
    builder: 'Widgets for other sites',
    api: 'API (Swagger)',
    openapi: 'OpenAPI description',
    datapackage: 'Data package',
    aboutData: 'About the data',
    credits: 'Licence and credits',
    licence: 'Compiled data: CC BY 4.0, save the rights of each source.',
    map: 'Map of the states:',
    privacy: 'No cookies, no tracking, no third-party services.',
  },
  correction: {
    link: 'Correct this record',
    figure: 'Correct this figure',
    subject: (id) => `Correction of ${id}`,
    body: (title, address, version) =>
      `${title}\n${address}${version === undefined ? '' : ` (version ${version})`}\n\nWhat it says and what it should say:\n\nA public source that shows it:\n`,
  },
  operator: {
    title: 'Who runs this site',
    nobody: 'Those who run this site have not said here who they are, nor how to tell them of an error.',
    runBy: 'This site is run by',
    contact: 'Contact',
    repository: 'Repository',
    corrections: 'Each record and each figure has a link beside its sources to correct it.',
  },
  organization: {
    until: (year) => `until ${year}`,
    then: (name) => `then ${name}`,
    about: (name) => `What is on record of ${name}`,
  },
  common: {
    noData: 'No record here',
    yes: 'Yes',
    no: 'No',
    loading: 'Loading…',
    of: (part, whole) => `${n(part)} of ${n(whole)}`,
    ofStated: (documented, stated, atLeast) => `${n(documented)} of ${atLeast ? 'more than ' : ''}${n(stated)}`,
    beside: (documented, stated, atLeast) => `${n(documented)} here; stated: ${atLeast ? 'more than ' : ''}${n(stated)}`,
    statedAlone: (stated, atLeast) => `stated: ${atLeast ? 'more than ' : ''}${n(stated)}; no record here`,
    approximately: (value) => `more than ${n(value)}`,
    onlyInSpanish: 'This text exists in Spanish only',
    onlyInEnglish: 'This text exists in English only',
    seeAll: 'See all',
    outOf: 'of',
    state: 'State',
    states: (count) => `${n(count)} ${one(count, 'state', 'states')}`,
  },
  error: failures,
  empty: {
    title: 'Nothing to show',
    filtered: 'No record matches these filters.',
    clear: 'Clear the filters',
    ignored: (names) => `This page has no filter by ${names}: it changes nothing of what is shown.`,
  },
  figure: {
    chart: 'Chart',
    map: 'Map',
    table: 'Table',
    keys: 'Arrow keys go from one point to another; Enter follows its link.',
    views: 'Ways to see this data',
    sourceAndMethod: 'Source and method',
    definitions: 'Definitions',
    sources: 'Sources',
    api: 'See in the API',
    download: 'Download',
    downloadAs: (format: string) => `Download as ${format}`,
    drawing: 'Drawing the picture…',
    drawFailed: 'The picture could not be drawn in this browser',
    cite: 'Cite',
    citeHint: 'A citation of this figure, with the data as it is today:',
    citation: ({ question, site, operator, publishers, others, day, figure, data, sources, more, basis }) =>
      [
        `“${quoted(question)}”, ${operator === undefined ? site : `${site} (${operator})`}.${publishers.length === 0 ? '' : ` ${dataOf(publishers, others)}`} Accessed ${day}: ${figure}`,
        ...(data === undefined ? [] : [`Data as of that date: ${data}`]),
        ...(sources.length > 0 ? [sourcesOf(sources.join('; '), more)] : basis === undefined ? [] : [basis]),
      ].join('. '),
    sourcesOf,
    dataOf,
    ofCounted: 'Sources: those of each record that is counted.',
    ofRecords: 'Sources: those of each record in that data.',
    embed: 'Embed',
    copy: 'Copy',
    close: 'Close',
    copiedText: 'Copied',
    copyTextFailed: 'Could not copy: select the text',
    offlineTitle: 'No connection',
    offline: 'This device is not connected to the internet. The data will be asked for again as soon as the connection is back.',
    copyLink: 'Copy link',
    copied: 'Link copied',
    copyFailed: 'Could not copy: use the address bar',
    kindUnknown: 'no record here of what kind of source it is',
    mirror: (who) => `read as a copy at ${who}`,
    original: 'the original',
    publishers: (by) =>
      `${by.map(({ name, count }) => (count === 1 ? name : `${name} (${n(count)} sources)`)).join('; ')}. Each source is at the address below.`,
    noPublicAddress: 'no public address',
    classes: {
      each: 'Each number is a class; zero stands apart.',
      counts: (width) => `Classes of ${n(width)} whole numbers, from one to the highest; zero stands apart.`,
      index: (width) =>
        `Classes of equal width (${f.index(width)}), from the lowest to the highest value; each value, to two decimals, is in the class that names it.`,
      noData: 'Hatched: no record here, which is not zero.',
    },
    legend: 'Legend: choosing a class highlights its states, and the table shows only those',
    onlyClass: (label, count) => `Only “${label}”: ${n(count)} ${one(count, 'state', 'states')}.`,
    allClasses: 'Show all',
    highlight: (label, count) => `${label}: ${n(count)} ${one(count, 'state', 'states')}. Highlight`,
  },
  table: {
    printed: (shown, total, address) => `Here are ${n(shown)} of ${n(total)}; all of them are at ${address}`,
  },
  status: {
    meaning: {
      not_started: 'A source says that it has not begun.',
      in_progress: 'A source says that it is under way.',
      completed: 'Those who implement it report it as finished.',
      verified: 'Someone other than those who implement it checked that it was finished.',
      no_data: 'There is no record here of how far it is.',
    },
  },
  confidence: {
    documented: 'Documented',
    presentation: 'Presentation only',
    inferred: 'Inferred',
    disputed: 'Disputed',
    documentedMeaning: 'Seen on a public page.',
    presentationMeaning: 'Stated only in INAI’s presentation.',
    inferredMeaning: 'Concluded from other sources; the note says how.',
    disputedMeaning: 'Other sources contradict it: maps and rankings say so in place of a value, and it is in no mean.',
    undescribed: 'No title or date',
    undescribedMeaning: 'Another source says that it exists, and no more: neither its title nor a date is on record.',
  },
  answer: {
    stage: (stages, furthest) =>
      [stages.map(({ label, count }) => `${label}: ${n(count)}`).join('; '), ...furthest].map((each) => `${each}.`).join(' '),
    counts: (have, top, max) =>
      have === 0
        ? 'No state has one on record.'
        : `${n(have)} ${one(have, 'state has', 'states have')} at least one; the most is ${n(max)}, in ${top.length <= 6 ? f.list(top.map(english.the)) : `${n(top.length)} states`}.`,
    metric: (edition, low, lowest, high, highest, national, states) =>
      `In the edition of ${edition}, from ${f.index(lowest)} (${low}) to ${f.index(highest)} (${high})${national === null ? '' : `; the national value is ${f.index(national)}`}${states < 32 ? `. There is data for ${n(states)} ${one(states, 'state', 'states')} only` : ''}.`,
    noted: (list) => `With a reservation: the value of ${f.list(list)} has a note that says what is doubtful of it.`,
    noStateValues: (edition) => `There is no record here of undisputed state values of this indicator in the edition of ${edition}.`,
  },
  measure: {
    edition: 'Edition',
    editionName: (edition, measured) => `${edition} (measured in ${measured})`,
    choose: 'Measure',
    groupProgress: 'Progress',
    participates: 'Joined the local initiative',
    secretariat: 'Local technical secretariat',
    stage: 'Stage reached',
    plans_stated: 'Plans that the presentation counts',
    plans_documented: 'Plans documented, later and municipal ones among them',
    commitments_documented: 'Commitments documented, of all its plans',
    geographic: 'Geographic',
    tiles: 'Tile grid',
    keys: 'Arrow keys lead from state to state; Enter opens its page.',
    inset: 'The centre, enlarged',
    shape: 'Form of the map',
    mapLabel: 'Map of the 32 states',
    tilesLabel: 'Tile grid of the 32 states, all of one size',
    classCount: (from, to) => (from === to ? n(from) : `${n(from)} to ${n(to)}`),
    classIndex: (from, to) => (from === to ? f.index(from) : `${f.index(from)} to ${f.index(to)}`),
    participatesYes: 'Joined',
    participatesNo: 'Did not join',
    secretariatYes: 'Documented',
  },
  narrowed,
  voices,
  proposal: { untitled: (id: string) => `Proposal ${id}` },
  commitment: {
    theme: 'Theme',
    completion: 'Completion, as assessed',
    changed: 'Early results',
    untitled: (id) => `Commitment ${id} (title: no record here)`,
    numbered: (number: number) => `no. ${n(number)}`,
    cut: 'title cut off in the copy on record',
  },
  plan: {
    national: (number) => `National plan ${n(number)}`,
    local: (number) => `Local plan ${n(number)}`,
    municipal: (number, place) => `Municipal plan ${n(number)}${place === null ? '' : ` (${place})`}`,
    inegi: (code) => `INEGI ${code}`,
    published: 'Published',
    noneOf: (stated) => `none of ${n(stated)}`,
    ofYear: (kind, year) => `${kind}, ${year}`,
    of: (place, kind) => `${place}: ${midSentence(kind, 'en')}`,
    untitled: (short) => `${short} (title: no record here)`,
  },
  stage: {
    title: 'Stage reached',
    none: 'Did not join',
    declaration: 'Joined',
    secretariat: 'Secretariat',
    plan: 'Plan',
    commitments: 'Documented commitments',
    results: 'Results',
    doubted: (step: string, doubt: Doubt) =>
      `${step} (${{ presentation: 'only in the presentation', undescribed: 'mentioned, without a title or date' }[doubt]})`,
    told: (steps: readonly { label: string; names: readonly string[] }[], doubt: Doubt) =>
      `${{ presentation: 'Only the INAI presentation tells of these steps.', undescribed: 'Another source mentions these steps and gives neither a title nor a date.' }[doubt]} ${steps.map(({ label, names }) => `${label}: ${f.list(names)}`).join('; ')}.`,
    asOf: (text: string, day: string) => `${text} (last seen: ${day})`,
    by: (step, records, of) => `${step}, by ${n(records)} of ${n(of)} ${one(of, 'commitment', 'commitments')}`,
    presentedDrawn: 'On the map their outline is broken.',
    verdict: { yes: 'on record', no: 'no', unknown: 'no record here' },
  },
} satisfies Words['common'];
