import type { Words } from '$lib/i18n/words';
import { defineView, filter, list, oneOf, text } from '$lib/url/view';

/** Kinds of record: those that have a name here. */
export type Type = keyof Words['changes']['types'];

export const typesOf = (words: Words['changes']) => Object.keys(words.types) as Type[];

export const ACTIONS = ['created', 'updated', 'withdrawn'] as const;

/** Everything on the page of changes that an address can hold. */
export const changesView = (types: readonly Type[]) =>
  defineView({
    record_type: filter(oneOf(['', ...types], '')),
    action: filter(oneOf(['', ...ACTIONS], '')),
    state: filter(list()),
    record: filter(text()),
    changed_since: filter(text()),
  });
