import { i18n } from '$lib/i18n/index.svelte';
import type { StatusKey } from './status';
import { vocabulary } from './terms.svelte';

/** The word for what an assessment says of an aspect: yes or no of some, a code of the aspect's own vocabulary of others. */
export function codeLabel(aspect: string, code: string): string {
  if (code === 'true') return i18n.t.common.yes;
  if (code === 'false') return i18n.t.common.no;
  return vocabulary(aspect).label(code);
}

/** The word for a status, from the vocabulary as every other page has it. */
export function statusLabel(status: StatusKey): string {
  return status === 'no_data' ? i18n.t.common.noData : vocabulary('implementation_status').label(status);
}
