import { measureView } from '$lib/records/map-view';
import { defineView, oneOf } from '$lib/url/view';

const tab = () => oneOf(['chart', 'table'], 'chart');

/** What the map shows, and how. */
export const mapView = measureView('stage');

/** The charts below the map have addresses of their own, so that a copied link opens the tab that was seen. */
export const homeView = defineView({ statuses: tab(), impact: tab(), coverage: tab(), national: tab() });
