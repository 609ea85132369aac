import { defineView, from, oneOf, sort } from '$lib/url/view';

/** Everything on the metrics page that an address can hold. */
export const metricsView = defineView({
  trend: oneOf(['chart', 'table'], 'chart'),
  perspectives: oneOf(['chart', 'table'], 'chart'),
  indicator: from('indicator', 'open_government_index'),
  edition: from('edition'),
  states: oneOf(['chart', 'map', 'table'], 'chart'),
  map: oneOf(['geo', 'tiles'], 'geo'),
  class: from('class'),
  sort: sort(['name', 'value'], { key: 'value', descending: true }),
  kind_indicator: oneOf(['open_government_index', 'transparency', 'participation'], 'open_government_index'),
  kinds: oneOf(['chart', 'table'], 'chart'),
  recomputed: oneOf(['chart', 'table'], 'chart'),
});
