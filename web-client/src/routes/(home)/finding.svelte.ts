import { i18n } from '$lib/i18n/index.svelte';
import { vocabulary } from '$lib/vocabulary/terms.svelte';
import type { Finding } from './impact';

/** A finding as it is read: a count of a whole, a share, or the word of its category. */
export function findingText(finding: Finding): string {
  if (finding.count !== null && finding.outOf !== null) return i18n.t.common.of(finding.count, finding.outOf);
  if (finding.share !== null) return i18n.f.percent(finding.share);
  return finding.category === null ? i18n.t.common.noData : vocabulary(finding.measure).label(finding.category);
}
