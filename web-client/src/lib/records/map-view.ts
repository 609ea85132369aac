import { defineView, from, oneOf, sort } from '$lib/url/view';

/** What addresses call a measure of progress, and the measure that it is. */
export const PROGRESS = {
  participates: 'participating_states',
  stage: 'state_stage',
  secretariat: 'states_with_secretariat',
  plans_stated: 'plans_stated',
  plans_documented: 'plans_documented',
  commitments_documented: 'commitments_documented',
} as const;
export type Progress = keyof typeof PROGRESS;

export const STATE_COLUMNS = [
  'name',
  'stage',
  'declaration',
  'secretariat',
  'plans',
  'plansDocumented',
  'commitments',
  'index',
  'population',
] as const;

/** Parameters of the pages that show all states. `measure` falls back to what the page is about. */
export const measureView = (measure: Progress) =>
  defineView({
    measure: from('indicator', measure, Object.keys(PROGRESS)),
    edition: from('edition'),
    map: oneOf(['geo', 'tiles'], 'geo'),
    tab: oneOf(['map', 'table'], 'map'),
    class: from('class'),
    value: sort(['name', 'value'], { key: 'name', descending: false }),
    sort: sort(STATE_COLUMNS, { key: 'stage', descending: true }),
  });
