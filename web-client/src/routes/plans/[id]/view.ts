import { defineView, oneOf } from '$lib/url/view';

const tab = () => oneOf(['chart', 'table'], 'chart');

/** Everything on the page of a plan that an address can hold. */
export const planView = defineView({ said: tab(), statuses: tab(), health: tab(), body: tab() });

export const asTab = (next: string) => (next === 'table' ? 'table' : 'chart');
