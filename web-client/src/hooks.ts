import { resolve } from '$app/paths';
import type { Reroute } from '@sveltejs/kit';
import { pagePath } from '$lib/url/embed';

/** An embedded figure is drawn by the page that it belongs to. */
export const reroute: Reroute = ({ url }) => pagePath(url.pathname, resolve('/').replace(/\/$/, ''));
