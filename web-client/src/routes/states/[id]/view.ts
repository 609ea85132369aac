import { defineView, from, oneOf, sort } from '$lib/url/view';

/** Everything on the page of a state that an address can hold. */
export const stateView = defineView({
  edition: from('edition'),
  metrics: oneOf(['chart', 'table'], 'chart'),
  sort: sort(['number', 'title', 'theme', 'status', 'completion', 'early_results'], { key: 'number', descending: false }),
});
