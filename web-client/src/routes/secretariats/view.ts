import { SECTORS } from '$lib/records/sectors';
import { defineView, from, oneOf, sort } from '$lib/url/view';

const tab = () => oneOf(['chart', 'table'], 'chart');

/** Everything on the page of the secretariats that an address can hold. */
export const secretariatsView = defineView({
  seats: tab(),
  since: tab(),
  // While nearly all is unknown the table says more than a strip of hatching.
  alive: oneOf(['table', 'chart'], 'table'),
  state: from('state'),
  sort: sort(['state', 'total', 'share', ...SECTORS], { key: 'share', descending: true }),
  order: sort(['state', 'installed', 'seen', 'rules', 'members'], { key: 'installed', descending: false }),
  dialogue: sort(['state', 'rule', 'last', 'sessions', 'agreements'], { key: 'state', descending: false }),
});
