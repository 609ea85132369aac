import { i18n } from '$lib/i18n/index.svelte';
import { codeLabel } from '$lib/vocabulary/codes.svelte';
import type { Finding } from './impact';

/** A finding as it is read: a count of a whole, a share, or the word of its code. */
export function findingText(finding: Finding): string {
  if (finding.count !== null && finding.outOf !== null) return i18n.t.common.of(finding.count, finding.outOf);
  if (finding.share !== null) return i18n.f.percent(finding.share);
  return finding.code === null ? i18n.t.common.noData : codeLabel(finding.aspect, finding.code);
}
