import { defineView, sort } from '$lib/url/view';

/** Everything on the page of themes that an address can hold. */
export const themesView = defineView({
  sort: sort(['name', 'group', 'commitments', 'finished', 'changed'], { key: 'commitments', descending: true }),
});
