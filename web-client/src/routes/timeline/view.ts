import { defineView, filter, oneOf } from '$lib/url/view';

/** Everything on the timeline page that an address can hold. */
export const timelineView = defineView({
  level: filter(oneOf(['', 'national', 'local'], '')),
  sizes: oneOf(['chart', 'table'], 'chart'),
  events: oneOf(['chart', 'table'], 'chart'),
});
