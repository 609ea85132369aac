import { formatFor } from '$lib/format/format';
import type { Words } from '$lib/i18n/words';

const { integer: n } = formatFor('en');

export default {
  codedHere: 'Coded here',
  recordedHere: 'On record here',
  said: (voice, date) => (date === null ? voice : `${voice}, ${date}`),
  noDate: 'date: no record here',
  undated: 'Where a voice stands without a date, there is no record here of when it said so.',
  coded: (code) => `“${code}”`,
  yes: 'yes',
  unknown: 'no record here',
  planStates: 'The plan states',
  documentedHere: 'documented here:',
  whole: 'Said of the plans as a whole:',
  unnamed: (known) =>
    known === 0
      ? 'Which they are, commitment by commitment, is not on record here.'
      : `Commitment by commitment, ${n(known)} are on record here. They need not be the same: which ones the voice counts is not on record here.`,
} satisfies Words['voices'];
