import { defineView, filter, list, oneOf, text } from '$lib/url/view';
import { LISTS } from './lists';

/** Everything on the page of the dialogue that an address can hold: the filters of its lists, as the API calls them. */
export const dialogueView = defineView({
  list: filter(oneOf(['', ...LISTS], '')),
  q: filter(text()),
  state: filter(list()),
  plan: filter(list()),
  disposition: filter(list()),
  answered: filter(list()),
  response_past_due: filter(list()),
  sector: filter(list()),
  fulfilled: filter(list()),
  past_due: filter(list()),
  past_due_by: filter(text()),
  kind: filter(list()),
  held_from: filter(text()),
  held_to: filter(text()),
  session: filter(list()),
  proposal: filter(list()),
  commitment: filter(list()),
  id: filter(list()),
});
