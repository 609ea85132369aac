import type { Site } from './site';

/**
 * What the service writes into the page for the address that was asked (`api/Pages`): where the API is, and what the page
 * will ask, which begins while this code is still on its way (`static/after-paint.js`). A host that only holds the files
 * writes none of it.
 */
interface Early {
  /** Origin of the API, as in config.json. */
  api: string;
  /** Who runs the site. */
  site?: Site;
  /** Files of this page's code, besides that of every page. */
  code: string[];
  /** Paths of the API that this page asks first. */
  asked: string[];
  /** Answers on their way, by the address that was asked. Each is used once: whoever asks again wants newer data. */
  first: Record<string, Promise<Response>>;
}

declare global {
  interface Window {
    opengov?: Early;
  }
}

/** Where the API is, if the page says so. */
export function earlyConfig(): { api: string; site?: Site } | undefined {
  return window.opengov;
}

/** Forgets what no one has asked for: once the reader has gone on, it would be old. */
export function dropEarly(): void {
  if (window.opengov) window.opengov.first = {};
}

/** The answer that is already on its way to this address, once. */
export function takeEarly(url: string): Promise<Response> | undefined {
  const first = window.opengov?.first;
  const answer = first?.[url];
  if (first && answer) delete first[url];
  return answer;
}
