import { formatFor } from '$lib/format/format';
import type { Words } from '$lib/i18n/words';

const { integer: n, one } = formatFor('en');

export default {
  title: 'The data could not be loaded',
  noAnswer: 'The API did not answer. It may be the connection, or the service may be down; nothing stored is shown here instead.',
  answered: (status) => `The API answered with error ${status}.`,
  retry: 'Try again',
  retrying: 'Trying again…',
  stillNot: 'Still no answer.',
  partMissing:
    'A part of this page could not be loaded: either the server did not answer, or the site was upgraded since the page was opened. Reloading asks for all of it.',
  pageOffline:
    'This device is not connected to the internet and had not opened this page yet. It will load as soon as the connection is back.',
  goneTitle: 'This page could not be loaded',
  gone: 'Either the server did not answer, or the site was upgraded since it was opened. Trying again asks for all of it.',
  refused: (value, name) => `“${value}” is not a value of “${name}”.`,
  refusedPlain: (value) => `“${value}” is not a value that this page knows.`,
  repeated: (names) => `${names}: given more than once, and takes one value; the first counts.`,
  emptied: (names) => `${names}: empty in the address, and changes nothing.`,
  otherLanguage: (value) => `This page is not in “${value}”; it is shown in Spanish.`,
  serviceFailed: (status) => `The service answered, but had a problem (error ${status}). It is not your connection.`,
  parameter: (name) => `There is something in “${name}” that this page cannot ask for.`,
  query: {
    long: (most) => `A search has at most ${n(most)} ${one(most, 'character', 'characters')}.`,
    control: 'The search has a character that no text can have.',
    space: 'A minus stands right before the word that it excludes, without a space: health -water.',
    or: 'There is no OR here: what is found has all the words. Search for one word at a time, or write "or" in quotes.',
    not: 'There is no NOT here. To exclude a word, put a minus right before it: health -water.',
    quote: 'The phrase behind the minus lacks its closing quote: health -"drinking water".',
    excludes: 'The search only excludes. Write a word to find, too: health -water.',
    empty: 'The search has no word. Write at least one letter or digit.',
  },
  meant: 'Did you mean',
  dropFilter: (name) => `Remove ${name}`,
  noRecord: 'There is no record here with that id.',
  tooMany: 'There were more requests than the API answers in this span of time. It will answer again in a moment.',
  busy: 'The API cannot answer at the moment.',
  explained: 'What this error means',
  notFoundTitle: 'This page does not exist',
  notFound: 'The address matches no page and no record. It may be mistyped or incomplete.',
  brokenTitle: 'Something failed on this page',
  broken: 'The fault is ours. Reloading the page may be enough.',
  goHome: 'Go to the home page',
  goStates: 'See the 32 states',
} satisfies Words['common']['error'];
