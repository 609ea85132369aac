import { explorerView, NAMES } from '$lib/records/filters';
import { LANGUAGES, traitsOf } from '$lib/i18n/language';
import type { Part, Words } from '$lib/i18n/words';
import type { View } from '$lib/url/view';
import { homeView, mapView as homeMapView } from '../../routes/(home)/view';
import { consoleView } from '../../routes/api-docs/view';
import { builderView, HEADINGS, LIMITS } from '../../routes/builder/view';
import { changesView } from '../../routes/changes/view';
import { commitmentView } from '../../routes/commitments/[id]/view';
import { compareView } from '../../routes/compare/view';
import { coverageView } from '../../routes/coverage/view';
import { dialogueView } from '../../routes/dialogue/view';
import { metricsView } from '../../routes/metrics/view';
import { organizationsView } from '../../routes/organizations/view';
import { planView } from '../../routes/plans/[id]/view';
import { plansView } from '../../routes/plans/view';
import { practicesView } from '../../routes/practices/view';
import { searchView } from '../../routes/search/view';
import { secretariatsView } from '../../routes/secretariats/view';
import { stateView } from '../../routes/states/[id]/view';
import { mapView, stepsView } from '../../routes/states/view';
import { themesView } from '../../routes/themes/view';
import { timelineView } from '../../routes/timeline/view';

/** A filter as its control has it. */
export interface Field {
  label: string;
  /** Words of its values; none where the service has them, and where a reader writes. */
  choices?: Readonly<Record<string, string>>;
  /** What `no_data` is called of it, where that is no gap in the data. */
  none?: string;
}

interface Taken {
  views: readonly Pick<View<never>, 'names' | 'narrowing' | 'values'>[];
  /** Words of each parameter that chooses what is shown. */
  fields?: (words: <P extends Part>(part: P) => Words[P]) => Record<string, Field>;
}

/** What each page takes from its address, as it reads it itself; a page that is not here takes nothing. The service reads it from pages.json. */
export const TAKEN: Readonly<Record<string, Taken>> = {
  '/': { views: [homeMapView, homeView] },
  '/states': { views: [mapView, stepsView] },
  '/states/{id}': { views: [stateView] },
  '/plans': {
    views: [plansView],
    fields: (words) => ({ level: { label: words('plans').level, choices: words('plans').levels } }),
  },
  '/plans/{id}': { views: [planView] },
  '/commitments': {
    views: [explorerView],
    fields: (words) => {
      const { facet, national } = words('commitments');
      return Object.fromEntries(NAMES.map((name) => [name, { label: facet[name], ...(name === 'state' && { none: national }) }]));
    },
  },
  '/commitments/{id}': { views: [commitmentView] },
  '/metrics': { views: [metricsView] },
  '/secretariats': { views: [secretariatsView] },
  '/compare': { views: [compareView], fields: (words) => ({ states: { label: words('compare').chosen } }) },
  '/themes': { views: [themesView] },
  '/search': {
    views: [searchView([])],
    fields: (words) => ({ q: { label: words('search').title }, kind: { label: words('search').kind, choices: words('search').kinds } }),
  },
  '/practices': {
    views: [practicesView],
    fields: (words) => {
      const { scope, national, international, theme } = words('practices');
      return { scope: { label: scope, choices: { national, international } }, theme: { label: theme } };
    },
  },
  '/dialogue': {
    views: [dialogueView],
    fields: (words) => {
      const { fields, lists, national } = words('dialogue');
      return Object.fromEntries(
        Object.entries(fields).map(([name, label]) => [
          name,
          { label, ...(name === 'list' && { choices: lists }), ...(name === 'state' && { none: national }) },
        ]),
      );
    },
  },
  '/organizations': {
    views: [organizationsView],
    fields: (words) => {
      const { fields, noState } = words('organizations');
      return Object.fromEntries(
        Object.entries(fields).map(([name, label]) => [name, name === 'state' ? { label, none: noState } : { label }]),
      );
    },
  },
  '/coverage': { views: [coverageView] },
  '/changes': {
    views: [changesView([])],
    fields: (words) => {
      const m = words('changes');
      return {
        record_type: { label: m.type, choices: m.types },
        action: { label: m.action, choices: m.actions },
        state: { label: m.state },
        record: { label: m.record },
        changed_since: { label: m.since },
      };
    },
  },
  '/timeline': {
    views: [timelineView],
    fields: (words) => {
      const { level, national, local } = words('timeline');
      return { level: { label: level, choices: { national, local } } };
    },
  },
  '/builder': {
    views: [builderView],
    fields: (words) => {
      const m = words('builder');
      return {
        kind: { label: m.kind, choices: m.kinds },
        ref: { label: m.subject },
        states: { label: m.stateCodes },
        language: { label: m.language, choices: Object.fromEntries(LANGUAGES.map((each) => [each, traitsOf(each).name])) },
        theme: { label: m.theme, choices: m.themes },
        by: { label: m.by },
        as_of: { label: m.asOf },
        accent: { label: m.accent },
        heading: { label: m.headingLevel, choices: Object.fromEntries(HEADINGS.map((level) => [level, level])) },
        density: { label: m.density, choices: m.densities },
        limit: { label: m.limit, choices: Object.fromEntries(LIMITS.map((limit) => [limit, limit])) },
      };
    },
  },
  '/api-docs': { views: [consoleView] },
};
