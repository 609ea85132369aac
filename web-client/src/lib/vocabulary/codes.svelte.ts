import { i18n } from '$lib/i18n/index.svelte';
import { vocabulary } from './terms.svelte';

/** The word for what an assessment says of an aspect: yes or no of some, a code of the aspect's own vocabulary of others. */
export function codeLabel(aspect: string, code: string): string {
  if (code === 'true') return i18n.t.common.yes;
  if (code === 'false') return i18n.t.common.no;
  return vocabulary(aspect).label(code);
}
