import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { page } from '$app/state';
import { FIRST_LANGUAGE, LANG, languageOf, type Language } from '$lib/i18n/language';
import type { View } from './view';

/** The language of the address; Spanish where it says none. */
export function currentLanguage(): Language {
  return languageOf(page.url.searchParams);
}

/** Address of a page of the dashboard in the reader's language: `href('/states/MX-DUR')`. */
export function href(path: string, query?: URLSearchParams | Record<string, string>): string {
  const search = new URLSearchParams(query);
  search.delete(LANG);
  if (currentLanguage() !== FIRST_LANGUAGE) search.set(LANG, currentLanguage());
  const text = search.toString().replaceAll('%2C', ',');
  // Paths are made of ids here, which the typed route table cannot know.
  return (resolve as (path: string) => string)(path) + (text ? `?${text}` : '');
}

/** The same of an address that has a query or a fragment of its own: `hrefOf('/practices#P1')`. */
export function hrefOf(to: string): string {
  const [path = '', fragment] = to.split('#');
  const [address = '', query] = path.split('?');
  return href(address, new URLSearchParams(query)) + (fragment ? `#${fragment}` : '');
}

/** The address now shown, in another language. */
export function inLanguage(language: Language): string {
  const search = new URLSearchParams(page.url.searchParams);
  search.set(LANG, language);
  return `${page.url.pathname}?${search.toString().replaceAll('%2C', ',')}${page.url.hash}`;
}

export interface BoundView<S> {
  readonly state: S;
  href(patch: Partial<S>): string;
  set(patch: Partial<S>, options?: { replace?: boolean }): void;
}

/**
 * Binds a view to the address: `const view = useView(definition); view.state.measure; view.set({ measure })`.
 * Each `set` is a step in the browser's history unless `replace` says that it is a refinement (typing).
 */
export function useView<S extends Record<string, unknown>>(definition: View<S>): BoundView<S> {
  const state = $derived(definition.parse(page.url.searchParams));
  const address = (patch: Partial<S>) => {
    // A page can hold several views; what belongs to the others stays as it is.
    const search = new URLSearchParams(page.url.searchParams);
    for (const name of definition.names) search.delete(name);
    for (const [name, value] of definition.write({ ...state, ...patch })) search.set(name, value);
    return href(pathname(), search);
  };
  return {
    get state(): S {
      return state;
    },
    href: address,
    set(patch: Partial<S>, { replace = false } = {}) {
      void goto(address(patch), { keepFocus: true, noScroll: true, replaceState: replace });
    },
  };
}

/** Where the dashboard lies on its host: empty, or a path without a slash at its end. */
export function base(): string {
  return (resolve as (path: string) => string)('/').replace(/\/$/, '');
}

function pathname(): string {
  // page.url has the base path in it, which `href` adds again.
  return page.url.pathname.slice(base().length) || '/';
}
