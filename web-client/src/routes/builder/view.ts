import { LANG, LANGUAGES } from '$lib/i18n/language';
import { codes, defineView, filter, oneOf, text, type ViewState } from '$lib/url/view';
import { FEWEST_STATES, KINDS, MEASURE_KINDS, MOST_STATES, PLACE_KINDS, type Asked, type Kind } from '$lib/widgets/widget';

export const THEMES = ['auto', 'light', 'dark', 'contrast'] as const;
export const HEADINGS = ['2', '3', '4', '5', '6'] as const;
export const DENSITIES = ['comfortable', 'compact'] as const;
export const LIMITS = ['5', '10', '20', '50'] as const;

/** Everything that the builder's address holds beside the filters of a measure, which have names of their own. */
export const builderView = defineView({
  kind: filter(oneOf(KINDS, 'commitment')),
  ref: filter(text()),
  by: filter(codes()),
  states: filter(codes()),
  // What a widget is in beside the language of the page: the reader of one may paste for readers of the other.
  language: filter(oneOf(['', ...LANGUAGES] as readonly string[], '')),
  theme: filter(oneOf(THEMES, 'auto')),
  accent: filter(text()),
  heading: filter(oneOf(HEADINGS, '2')),
  density: filter(oneOf(DENSITIES, 'comfortable')),
  limit: filter(oneOf(LIMITS, '5')),
  as_of: filter(text()),
});

export type BuilderState = ViewState<typeof builderView>;

export const isMeasure = (kind: Kind): boolean => (MEASURE_KINDS as readonly Kind[]).includes(kind);
export const isPlace = (kind: Kind): boolean => (PLACE_KINDS as readonly Kind[]).includes(kind);

export const takesFilters = isMeasure;

/** What narrows the rows of a measure: whatever else the address has. The widget refuses what its rows do not have. */
export function filtersOf(search: URLSearchParams, kind: Kind): Record<string, string> {
  if (!takesFilters(kind)) return {};
  return Object.fromEntries([...search].filter(([name, value]) => name !== LANG && value !== '' && !builderView.names.includes(name)));
}

/** Whether a widget takes it for the colour of its links. */
export const isColour = (given: string): boolean => given === '' || /^#?[0-9a-f]{6}$/i.test(given);

/** Whether it is a day up to today. */
export const isPast = (given: string): boolean =>
  given === '' || (/^\d{4}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(Date.parse(given)) && given <= new Date().toISOString().slice(0, 10));

/** The widget that is asked for; undefined while something is not chosen that it needs. */
export function askedBy(state: BuilderState, ref: string, filters: Readonly<Record<string, string>>): Asked | undefined {
  const { kind, by, states } = state;
  if (ref === '' && !isPlace(kind)) return undefined;
  if (kind === 'compare' && (states.length < FEWEST_STATES || states.length > MOST_STATES)) return undefined;
  const looks = builderView.write({ ...state, kind: 'commitment', ref: '', by: [], states: [], language: '' });
  return {
    kind,
    ref,
    params: {
      ...filters,
      ...(kind === 'measure' && by.length > 0 && { by: by.join(',') }),
      ...(kind === 'compare' && { states: states.join(',') }),
      ...Object.fromEntries(looks),
      ...(state.accent !== '' && { accent: state.accent.replace('#', '') }),
    },
  };
}
