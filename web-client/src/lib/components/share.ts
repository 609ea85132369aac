import type { Language } from '$lib/i18n/language';

/** Pages with a picture of their own in static/share/, drawn by tools/share.mjs. */
export const PICTURED = [
  'states',
  'plans',
  'commitments',
  'metrics',
  'coverage',
  'practices',
  'timeline',
  'changes',
  'about',
  'compare',
  'secretariats',
  'api-docs',
] as const;

/** The picture of the page's part of the site: of Durango, that of the states; of anything else, that of the home page. */
export function sharePicture(path: string, language: Language): string {
  const part = path.split('/')[1];
  return `/share/${PICTURED.find((name) => name === part) ?? 'home'}-${language}.png`;
}
