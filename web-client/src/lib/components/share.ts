import type { Language } from '$lib/i18n/language';

/** What a link to a page shows, as the service draws it (api/Embedding/Pictures): the address of the page behind its language. */
export function sharePicture(path: string, language: Language): string {
  return `/pictures/${language}${path === '/' || path === '' ? '/home' : path}.png`;
}
