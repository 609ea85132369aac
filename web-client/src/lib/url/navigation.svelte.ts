import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { page } from '$app/state';
import { isLanguage, type Language } from '$lib/i18n/language';
import type { View } from './view';

const LANG = 'lang';

/** The language of the address; Spanish where it says none. */
export function currentLanguage(): Language {
  const asked = page.url.searchParams.get(LANG);
  return isLanguage(asked) ? asked : 'es';
}

/** Address of a page of the dashboard in the reader's language: `href('/states/MX-DUR')`. */
export function href(path: string, query?: URLSearchParams | Record<string, string>): string {
  const search = new URLSearchParams(query);
  if (currentLanguage() !== 'es') search.set(LANG, currentLanguage());
  const text = search.toString().replaceAll('%2C', ',');
  // Paths are made of ids here, which the typed route table cannot know.
  return (resolve as (path: string) => string)(path) + (text ? `?${text}` : '');
}

/** The address now shown, in another language. */
export function inLanguage(language: Language): string {
  const search = new URLSearchParams(page.url.searchParams);
  search.set(LANG, language);
  return `${page.url.pathname}?${search.toString().replaceAll('%2C', ',')}${page.url.hash}`;
}

/**
 * Binds a view to the address: `const view = useView(definition); view.state.measure; view.set({ measure })`.
 * Each `set` is a step in the browser's history unless `replace` says that it is a refinement (typing).
 */
export function useView<S extends Record<string, unknown>>(definition: View<S>) {
  const state = $derived(definition.parse(page.url.searchParams));
  const address = (patch: Partial<S>) => href(pathname(), definition.write({ ...state, ...patch }));
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

function pathname(): string {
  // page.url has the base path in it, which `href` adds again.
  const base = (resolve as (path: string) => string)('/').replace(/\/$/, '');
  return page.url.pathname.slice(base.length) || '/';
}
