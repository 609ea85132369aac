import { formatFor } from '$lib/format/format';
import type { Words } from '$lib/i18n/words';

const f = formatFor('en');

export default {
  title: 'Commitments by theme',
  lede: 'What commitments are about, by theme (policy area), with how many are reported as finished and of how many it is said that they opened government. A commitment with several themes counts in each. The classification is this site’s, by what each commitment says; OGP gives them labels of its own, too, which are in the data.',
  question: 'What are the documented commitments about, and what became of them?',
  answer: (themes, most) =>
    themes === 0
      ? 'No commitment has a theme on record here.'
      : `${f.integer(themes)} policy ${f.one(themes, 'area is', 'areas are')} on record. The most frequent: ${most}.`,
  count: (name, commitments) => `${name} (${f.integer(commitments)})`,
  without: 'No area on record here',
  blank: (column) => `${column}: no record here for any area`,
  method:
    'The areas are those of OGP; assigning them, from the title and text of each commitment, is our work. “Of” counts the documented commitments of the area, also those of which the answer is not on record here. The rows do not add up to a total.',
  column: {
    name: 'Theme',
    group: 'Group',
    commitments: 'Documented commitments',
    finished: 'Finished',
    changed: 'With early results',
  },
} satisfies Words['themes'];
