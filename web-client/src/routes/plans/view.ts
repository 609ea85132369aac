import { defineView, filter, oneOf, sort } from '$lib/url/view';

const COLUMNS = ['plan', 'start', 'end', 'stated', 'documented', 'compliance', 'completion', 'finished', 'results', 'indicators'] as const;

/** Everything on the page of plans that an address can hold. */
export const plansView = defineView({
  level: filter(oneOf(['', 'national', 'local'], '')),
  when: oneOf(['chart', 'table'], 'chart'),
  done: oneOf(['chart', 'table'], 'chart'),
  sort: sort(COLUMNS, { key: 'plan', descending: false }),
});
