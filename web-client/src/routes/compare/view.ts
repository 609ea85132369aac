import { codes, defineView, filter, from, oneOf } from '$lib/url/view';

const tab = () => oneOf(['chart', 'table'], 'chart');

/** Everything on the page that compares states that an address can hold. */
export const compareView = defineView({
  states: filter(codes()),
  only: oneOf(['all', 'differences'], 'all'),
  promised: tab(),
  done: tab(),
  changed: tab(),
  metrics: tab(),
  edition: from('edition'),
});

export const asTab = (next: string) => (next === 'table' ? 'table' : 'chart');
