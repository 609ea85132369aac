import { defineView, filter, oneOf, text } from '$lib/url/view';

/** Everything on the page of practices that an address can hold. */
export const practicesView = defineView({
  scope: filter(oneOf(['', 'national', 'international'], '')),
  // The Spanish theme is the key in either language, so that a link keeps its filter.
  theme: filter(text()),
  view: oneOf(['chart', 'table'], 'chart'),
});
