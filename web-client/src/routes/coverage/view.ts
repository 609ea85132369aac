import { defineView, oneOf } from '$lib/url/view';

const tab = () => oneOf(['chart', 'table'], 'chart');

/** Everything on the coverage page that an address can hold. */
export const coverageView = defineView({ stated: tab(), plans: tab(), fields: tab(), lists: tab(), national: tab() });
