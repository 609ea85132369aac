import type { components } from '$lib/api/schema';
import type { Format } from '$lib/format/format';
import type { Words } from '$lib/i18n/words';

export type TimelineEvent = components['schemas']['TimelineEvent'];
export type InitiativeSize = components['schemas']['InitiativeSize'];

export const MEASURES = ['states', 'secretariats', 'plans', 'commitments', 'authorities', 'civil_society_organizations'] as const;
export type Measure = (typeof MEASURES)[number];

export interface Panel {
  measure: Measure;
  max: number;
  bars: { size: InitiativeSize; value: number | null; atLeast: boolean }[];
}

export const byDate = (sizes: readonly InitiativeSize[]) => [...sizes].sort((a, b) => a.observed_on.localeCompare(b.observed_on));

export function panels(sizes: readonly InitiativeSize[]): Panel[] {
  return MEASURES.map((measure) => {
    const bars = byDate(sizes).map((size) => ({
      size,
      value: size[measure],
      atLeast: measure === 'civil_society_organizations' && size.civil_society_organizations_qualifier === 'at_least',
    }));
    return { measure, bars, max: Math.max(0, ...bars.map(({ value }) => value ?? 0)) };
  });
}

export function sizesAnswer(
  sizes: readonly InitiativeSize[],
  m: Words['timeline'],
  f: Format,
  doubted: Words['common']['stage']['doubted'],
): string {
  const known = byDate(sizes).filter(({ states }) => states !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return m.sizesNone;
  const date = (size: InitiativeSize) => {
    const day = f.date(size.observed_on, size.observed_on_precision);
    return size.confidence === 'presentation' ? doubted(m.around(day), 'presentation') : m.on(day);
  };
  return m.sizesAnswer(date(first), f.integer(first.states ?? 0), date(last), f.integer(last.states ?? 0));
}

export interface Year {
  year: number;
  events: TimelineEvent[];
  /** Years between this one and the one before of which nothing is on record. */
  gap: number;
}

export function years(events: readonly TimelineEvent[]): Year[] {
  const ordered = [...events].sort((a, b) => a.occurred_on.localeCompare(b.occurred_on));
  const found: Year[] = [];
  for (const event of ordered) {
    const year = Number(event.occurred_on.slice(0, 4));
    const last = found.at(-1);
    if (last?.year === year) last.events.push(event);
    else found.push({ year, events: [event], gap: last ? year - last.year - 1 : 0 });
  }
  return found;
}

export function eventsAnswer(events: readonly TimelineEvent[], m: Words['timeline'], f: Format): string {
  const all = years(events);
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return m.eventsNone;
  const count = (level: string) => f.integer(events.filter((event) => event.level === level).length);
  return m.eventsAnswer(events.length, f.integer(events.length), first.year, last.year, count('national'), count('local'));
}
