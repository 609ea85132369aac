import { defineView, filter, oneOf, text } from '$lib/url/view';
import type { Kind } from './data';

/** Everything on the page of the search that an address can hold. */
export const searchView = (kinds: readonly Kind[]) => defineView({ q: filter(text()), kind: filter(oneOf(['', ...kinds], '')) });
