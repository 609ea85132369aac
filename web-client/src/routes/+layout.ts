import { COMMON, withWords } from '$lib/i18n/load';
import type { LayoutLoad } from './$types';

// A static site with one shell: every page is drawn in the browser from the API's answers.
export const ssr = false;
export const prerender = false;

export const load: LayoutLoad = withWords(COMMON);
