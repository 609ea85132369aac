import { defineView, oneOf } from '$lib/url/view';

/** Everything on the timeline page that an address can hold. */
export const timelineView = defineView({
  level: oneOf(['all', 'national', 'local'], 'all'),
  sizes: oneOf(['chart', 'table'], 'chart'),
  events: oneOf(['chart', 'table'], 'chart'),
});
