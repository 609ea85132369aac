import { measureView } from '$lib/records/map-view';
import { defineView, oneOf } from '$lib/url/view';

/** What the map of the states shows, and how. */
export const mapView = measureView('stage');

/** How their steps are shown. */
export const stepsView = defineView({ steps: oneOf(['chart', 'table'], 'chart') });
