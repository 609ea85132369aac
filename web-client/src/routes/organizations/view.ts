import { defineView, filter, list, text } from '$lib/url/view';

/** Everything on the page of organisations that an address can hold: filters of their list, as the API calls them. */
export const organizationsView = defineView({
  q: filter(text()),
  sector: filter(list()),
  level: filter(list()),
  state: filter(list()),
  in_secretariat: filter(list()),
  civil_society_in_secretariat: filter(list()),
  civil_society_in_plan: filter(list()),
  confidence: filter(list()),
});
