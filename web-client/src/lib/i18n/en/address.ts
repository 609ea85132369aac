import type { Words } from '$lib/i18n/words';

export default {
  parameters: {
    edition: 'Edition',
    indicator: 'Indicator',
    kind_indicator: 'Indicator',
    measure: 'Measure',
    class: 'Class of the map',
    state: 'State',
    states: 'States',
    level: 'Level',
    scope: 'Scope',
    theme: 'Theme',
    kind: 'Kind',
    record_type: 'Kind of record',
    record: 'Record',
    action: 'What happened',
    changed_since: 'Since',
    sort: 'Order',
    map: 'Shape of the map',
    rows: 'Rows',
    lang: 'Language',
    as_of: 'Date of the data',
  },
} satisfies Words['address'];
