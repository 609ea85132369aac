import { getContext, setContext } from 'svelte';
import type { Choice } from './view';

/** What a page calls its filters and their values, for what is said of an address. */
export interface Named {
  /** The filter as its control is labelled; undefined where it has none. */
  name(parameter: string): string | undefined;
  /** The label of a value. */
  value?(parameter: string, value: string): string;
  /** The values that there are; undefined where they are not known here. */
  choices?(parameter: string): readonly Choice[] | undefined;
}

const KEY = Symbol('named');

/** Called by a page while it is set up; what is inside it has the names. */
export function nameFilters(named: Named): void {
  setContext(KEY, named);
}

export function named(): Named | undefined {
  return getContext<Named | undefined>(KEY);
}
