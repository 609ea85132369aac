import { formatFor } from '$lib/format/format';
import type { Words } from '$lib/i18n/words';

const f = formatFor('en');
const n = f.integer;

export default {
  title: 'Search',
  lede: 'In the titles and texts of all records, in themes and other vocabularies, and in figures. In Spanish or English: “water” and “agua” find the same.',
  titleOf: (q) => `“${q}”: search results`,
  kind: 'Kind of record',
  titleIn: (q, kind) => `“${q}” in ${kind}: search results`,
  hint: 'All of the words; in double quotes, the exact phrase; behind a minus, what must not appear: health -water.',
  ask: 'Write one or more words in the search field.',
  found: (total) => (total === 1 ? '1 record' : `${n(total)} records`),
  all: (total, kind) => `See all ${n(total)}: ${kind}`,
  inAll: 'Search all kinds of records',
  more: 'Show more',
  moreFailed: 'No more could be loaded. Try again.',
  shown: (shown, total) => `${n(shown)} of ${n(total)} shown.`,
  tagged: 'Classified as',
  measures: 'Figures',
  measuresHint: 'What each means and how much it is:',
  none: (q) => `No record here matches “${q}”.`,
  noneMeans: 'Not finding it here does not mean that it does not exist: it may be undocumented, or written in other words.',
  near: 'These words do find records:',
  theme: (name: string, commitments: number) => `Theme: ${name} — ${commitments === 1 ? '1 commitment' : `${n(commitments)} commitments`}`,
  mentioned: (records: number) => `Records that mention it anywhere: ${n(records)}`,
  elsewhere: 'You can also begin with:',
  kinds: {
    states: 'States',
    secretariats: 'Local Technical Secretariats',
    organizations: 'Organisations',
    plans: 'Plans',
    commitments: 'Commitments',
    evidence: 'Evidence',
    indicators: 'Impact indicators',
    practices: 'Good practices',
    instruments: 'Tools',
    trainings: 'Training',
    learnings: 'Learnings',
    timeline: 'Timeline',
    sessions: 'Sessions',
    proposals: 'Proposals',
    metric_editions: 'Editions of the Metric',
  },
} satisfies Words['search'];
