import { defineView, oneOf } from '$lib/url/view';

const tab = () => oneOf(['chart', 'table'], 'chart');

/** Everything on the page of a commitment that an address can hold. */
export const commitmentView = defineView({ codes: tab(), milestones: tab(), indicators: tab() });

export const asTab = (next: string) => (next === 'table' ? 'table' : 'chart');
