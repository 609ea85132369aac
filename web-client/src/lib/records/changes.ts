import type { Language } from '$lib/i18n/language';
import { preferred } from '$lib/i18n/localized';
import type { components } from '$lib/api/schema';

export type Change = components['schemas']['Change'];

/** Page of the dashboard that shows a record, where there is one. */
export function pageOf({ record_type, record_id }: Pick<Change, 'record_type' | 'record_id'>): string | null {
  switch (record_type) {
    case 'states':
    case 'plans':
    case 'commitments':
    case 'organizations':
      return `/${record_type}/${record_id}`;
    case 'proposals':
      return `/dialogue/proposals/${record_id}`;
    case 'sessions':
    case 'agreements':
      return `/dialogue?list=${record_type}&id=${record_id}`;
    case 'practices':
      return `/practices#${record_id}`;
    case 'timeline':
      return `/timeline#${record_id}`;
    default:
      return null;
  }
}

/** A name for the record, from its own values; the id where it has none. */
export function nameOf(change: Pick<Change, 'before' | 'after' | 'record_id'>, language: Language): string | null {
  const values = change.after ?? change.before;
  const [first, second] = preferred(language);
  for (const key of [`title_${first}`, `name_${first}`, `label_${first}`, 'name', `title_${second}`, `name_${second}`, 'title']) {
    const value = values?.[key];
    if (typeof value === 'string' && value !== '') return value;
  }
  return null;
}

/** Why, as it was given; of the data that comes with the product, which the history explains in every language, in the reader's. */
export function reasonOf({ reason }: Pick<Change, 'reason'>, shipped: string): string | null {
  return reason?.split(' · ').includes(shipped) ? shipped : reason;
}

/** The language of a text of a record, which the name of its field says: `title_en`. */
export function languageOfField(field: string): 'es' | 'en' | undefined {
  return /_(es|en)$/.exec(field)?.[1] as 'es' | 'en' | undefined;
}

export interface Difference {
  field: string;
  before: string | null;
  after: string | null;
}

/** What changed, property by property; of an addition or withdrawal, everything that the record holds. */
export function differences({ before, after, fields }: Pick<Change, 'before' | 'after' | 'fields'>): Difference[] {
  const names = fields.length > 0 ? fields : [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .map((field) => ({ field, before: text(before?.[field]), after: text(after?.[field]) }))
    .filter((each) => each.field !== 'id' && (each.before !== null || each.after !== null));
}

function text(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((item) => text(item) ?? '').join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
}
