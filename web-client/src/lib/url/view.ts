import { meant, nearest } from './nearest';

/**
 * The address holds the view. A view is declared once, as the parameters it has and their defaults;
 * `parse` reads an address (anything unknown or malformed falls back to the default, since addresses
 * are typed and shortened by people) and `write` gives the shortest address that parses back to it.
 */
/** Values that are known once the data is there: editions and indicators of the metric, states, classes of the map that is shown. */
export type ValueSet = 'edition' | 'indicator' | 'state' | 'class';

export interface Param<T> {
  readonly fallback: T;
  /** Several values by comma; the parameter given more than once is the same list, as in the API. */
  readonly several?: boolean;
  /** Whether it chooses what is shown, and not how: a page without its code takes it, too. */
  readonly narrows?: boolean;
  /** The values that there are, where they are few and known. */
  readonly allowed?: readonly string[];
  /** What it takes beside them. */
  readonly from?: ValueSet;
  parse(text: string): T | undefined;
  write(value: T): string;
}

export interface RefusedValue {
  name: string;
  value: string;
  /** The value that was probably meant. */
  nearest: string | undefined;
}

export type View<S extends Record<string, unknown>> = {
  /** The parameters that belong to this view; others in the address are not its business. */
  readonly names: readonly string[];
  /** Those of them that take several values. */
  readonly several: readonly string[];
  /** Those that choose what is shown. */
  readonly narrowing: readonly string[];
  /** What those take whose values are not free; of one with a set beside `allowed` they are known once the data is there. */
  readonly values: Readonly<Record<string, { allowed: readonly string[]; from: ValueSet | null }>>;
  /** What an address gives that is no value of its parameter: the page shows the default instead, which has to be said. */
  refused(search: URLSearchParams): RefusedValue[];
  parse(search: URLSearchParams): S;
  write(state: S): URLSearchParams;
};

export type ViewState<V> = V extends View<infer S> ? S : never;

export function defineView<S extends Record<string, unknown>>(params: { [K in keyof S]: Param<S[K]> }): View<S> {
  const names = Object.keys(params) as (keyof S & string)[];
  return {
    names,
    several: names.filter((name) => params[name].several),
    narrowing: names.filter((name) => params[name].narrows),
    values: Object.fromEntries(
      names.flatMap((name) => {
        const { allowed, from = null } = params[name];
        return allowed === undefined ? [] : [[name, { allowed, from }]];
      }),
    ),
    refused: (search) =>
      names.flatMap((name) => {
        const value = search.get(name);
        const { allowed, from, parse } = params[name];
        return value === null || value === '' || allowed === undefined || from !== undefined || parse(value) !== undefined
          ? []
          : [{ name, value, nearest: nearest(value, allowed) }];
      }),
    parse(search) {
      const state = {} as S;
      for (const name of names) {
        const param = params[name];
        const given = search.getAll(name);
        const text = param.several && given.length > 0 ? given.join(',') : (given[0] ?? null);
        state[name] = (text === null ? undefined : param.parse(text)) ?? param.fallback;
      }
      return state;
    },
    write(state) {
      const search = new URLSearchParams();
      for (const name of names) {
        const param = params[name];
        const text = param.write(state[name]);
        if (text !== param.write(param.fallback)) search.set(name, text);
      }
      return search;
    },
  };
}

/** A value that a parameter can have, with the words that people know it by: labels in every language, synonyms. */
export interface Choice {
  code: string;
  words: readonly string[];
}

/**
 * The values in an address that are none of a parameter's, where these are known only once the data is there. None while there are
 * no choices yet.
 */
export function unknown(search: URLSearchParams, name: string, choices: readonly Choice[] | undefined): RefusedValue[] {
  if (!choices || choices.length === 0) return [];
  const given = search.getAll(name).flatMap((text) => (choices.some(({ code }) => code === text) ? [] : text.split(',')));
  return [...new Set(given)]
    .filter((value) => value !== '' && choices.every(({ code }) => code !== value))
    .map((value) => ({ name, value, nearest: meant(value, choices) }));
}

/** What of an address counts only in part: parameters given more than once that take one value, and those given none. */
export function uncounted(
  search: URLSearchParams,
  views: readonly Pick<View<never>, 'names' | 'several'>[],
  others: readonly string[],
): { repeated: string[]; empty: string[] } {
  const single = new Set([...views.flatMap(({ names, several }) => names.filter((name) => !several.includes(name))), ...others]);
  const taken = new Set([...views.flatMap(({ names }) => names), ...others]);
  const names = [...new Set(search.keys())].filter((name) => taken.has(name));
  return {
    repeated: names.filter((name) => single.has(name) && search.getAll(name).length > 1),
    empty: names.filter((name) => search.getAll(name).every((value) => value === '')),
  };
}

/** The parameters of an address that nothing on its page takes, each once: they change nothing, which has to be said. */
export function ignored(search: URLSearchParams, views: readonly Pick<View<never>, 'names'>[], others: readonly string[]): string[] {
  const taken = new Set([...views.flatMap(({ names }) => names), ...others]);
  return [...new Set(search.keys())].filter((name) => !taken.has(name));
}

export function oneOf<const T extends string>(values: readonly T[], fallback: T): Param<T> {
  return {
    fallback,
    allowed: values,
    parse: (text) => values.find((value) => value === text),
    write: (value) => value,
  };
}

/** A parameter that chooses what is shown. */
export function filter<T>(param: Param<T>): Param<T> {
  return { ...param, narrows: true };
}

export function text(fallback = ''): Param<string> {
  return { fallback, parse: (value) => value, write: (value) => value };
}

/** A value of a set that comes with the data, or one of a few others. */
export function from(set: ValueSet, fallback = '', others: readonly string[] = []): Param<string> {
  return { ...text(fallback), from: set, allowed: others };
}

/** A number of things, as it is written. */
export function count(): Param<string> {
  return { ...text(), allowed: [], parse: (value) => (/^\d*$/.test(value) ? value : undefined) };
}

/** Several values by comma as one text, as the API takes them. */
export function list(): Param<string> {
  return { ...text(), several: true };
}

/** Several codes by comma, as in the API; never twice the same one. */
export function codes(): Param<readonly string[]> {
  return {
    fallback: [],
    several: true,
    parse: (value) => [...new Set(value.split(',').filter((code) => code !== ''))],
    write: (value) => value.join(','),
  };
}

export interface Sort<K extends string = string> {
  key: K;
  descending: boolean;
}

/** `sort=-name`, as in the API. */
export function sort<const K extends string>(keys: readonly K[], fallback: Sort<K>): Param<Sort<K>> {
  return {
    fallback,
    allowed: keys.flatMap((key) => [key, `-${key}`]),
    parse(value) {
      const descending = value.startsWith('-');
      const key = keys.find((candidate) => candidate === (descending ? value.slice(1) : value));
      return key && { key, descending };
    },
    write: ({ key, descending }) => (descending ? '-' : '') + key,
  };
}
