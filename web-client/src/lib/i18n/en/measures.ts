import type { Words } from '$lib/i18n/words';

export default {
  question: {
    participates: 'Which states take part in the local initiative?',
    secretariat: 'Which states have a local technical secretariat?',
    stage: 'How far has each state gone?',
    plans_stated: 'How many local plans are stated for each state?',
    plans_documented: 'How many local plans are documented for each state?',
    commitments_documented: 'How many local commitments are documented for each state?',
  },
  metricQuestion: (indicator, edition) => `What did each state score on “${indicator}”${edition === undefined ? '' : `, ${edition}`}?`,
  method: {
    participates: 'States that INAI’s presentation lists as participants in “Open Government: Co-creation from the Local”.',
    secretariat:
      'States whose local technical secretariat appears in a public source. The presentation states more than could be documented: “not documented” does not mean that there is none.',
    plans_stated: 'Plans per state according to INAI’s presentation.',
    plans_documented: 'Plans with a record on this site, seen on a public page or inferred with a note.',
    commitments_documented: 'Commitments with a record on this site. Zero means that none was found, not that there are none.',
  },
  metricMethod: 'Values from 0 to 1 of the Open Government Metric. Editions cannot always be compared: each one says with which it can.',
  classesEqual: 'Classes: intervals of equal width between the lowest and the highest value.',
  classesCount: 'Classes: each value, or equal intervals of whole numbers; zero stands apart.',
} satisfies Words['measures'];
