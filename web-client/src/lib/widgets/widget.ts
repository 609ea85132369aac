import type { By } from '$lib/measures/ask';

/** The kinds of widget that the service draws (`/embed/v1/<kind>`), by what their address names. */
export const RECORD_KINDS = {
  commitment: 'commitments',
  story: 'commitments',
  plan: 'plans',
  health: 'plans',
  state: 'states',
  secretariat: 'states',
} as const;
/** Of the whole country, or of one state. */
export const PLACE_KINDS = ['metric', 'sessions', 'changes'] as const;
export const MEASURE_KINDS = ['measure', 'map', 'compare'] as const;

export type RecordKind = keyof typeof RECORD_KINDS;
export type Kind = RecordKind | (typeof PLACE_KINDS)[number] | (typeof MEASURE_KINDS)[number];
export const KINDS: readonly Kind[] = [...(Object.keys(RECORD_KINDS) as RecordKind[]), ...MEASURE_KINDS, ...PLACE_KINDS];

/** Filters of the rows of a measure, as the API takes them. What is undefined is none. */
type Filters = Readonly<Record<string, Given>>;
type Given = string | number | readonly (string | number)[] | undefined;

/** What a figure is embedded as. */
export type Widget =
  | { kind: RecordKind; ref: string; limit?: number }
  | { kind: (typeof PLACE_KINDS)[number]; ref?: string; limit?: number }
  | { kind: 'measure'; ref: string; by?: readonly By[]; filters?: Filters; limit?: number }
  | { kind: 'map'; ref: string; filters?: Filters }
  | { kind: 'compare'; ref: string; states: readonly string[] };

/** A widget as its address says it: kind, what it is about, parameters. */
export interface Asked {
  kind: Kind;
  ref: string;
  params: Readonly<Record<string, string>>;
}

/** Rows that a table in a widget has at most (the service's own bound). */
export const MOST_ROWS = 50;
export const FEWEST_STATES = 2;
export const MOST_STATES = 5;

export function asked(widget: Widget): Asked {
  const given: Record<string, Given> = {
    ...('filters' in widget ? widget.filters : {}),
    by: 'by' in widget ? widget.by : undefined,
    states: 'states' in widget ? widget.states : undefined,
    limit: 'limit' in widget ? widget.limit : undefined,
  };
  const params = Object.entries(given)
    .map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value ?? '')] as const)
    .filter(([, value]) => value !== '');
  return { kind: widget.kind, ref: widget.ref ?? '', params: Object.fromEntries(params) };
}

/** The address of a widget from the root of the service. */
export function widgetPath({ kind, ref, params }: Asked): string {
  const search = query(params);
  return `/embed/v1/${kind}${ref === '' ? '' : `/${encodeURIComponent(ref)}`}${search ? `?${search}` : ''}`;
}

/** Commas separate values here and need no escape. */
export const query = (params: Readonly<Record<string, string>>): string => new URLSearchParams(params).toString().replaceAll('%2C', ',');

/** What the builder's address calls the language of the widget: `lang` is the one of the page itself. */
export const WIDGET_LANGUAGE = 'language';

/** The query of the builder that opens it with a widget filled in. */
export function builderQuery(widget: Widget): Record<string, string> {
  const { kind, ref, params } = asked(widget);
  return { kind, ...(ref !== '' && { ref }), ...params };
}

/** The page of the dashboard with all that a widget shows. */
export function pageOf({ kind, ref, params }: Asked): string {
  const id = encodeURIComponent(ref);
  switch (kind) {
    case 'measure':
    case 'map':
      return `/measures#${id}`;
    case 'compare':
      return `/compare?states=${params.states ?? ''}`;
    case 'metric':
      return ref === '' ? '/metrics' : `/states/${id}`;
    case 'sessions':
      return ref === '' ? '/secretariats' : `/states/${id}`;
    case 'changes':
      return ref === '' ? '/changes' : `/changes?state=${id}`;
    default:
      return `/${RECORD_KINDS[kind]}/${id}`;
  }
}
