import { i18n } from '$lib/i18n/index.svelte';
import { codeLabel } from '$lib/vocabulary/codes.svelte';
import { vocabulary } from '$lib/vocabulary/terms.svelte';
import type { Asked } from './ask';
import { type Part, said } from './rows';
import type { MeasureRow } from '$lib/api/types';

/** What a voice says of a plan as a whole: who, which of its numbers, which code. */
export interface Spoken {
  of: Asked;
  row: MeasureRow;
  who: string;
  part: Part | undefined;
  code: string | undefined;
}

/** Under the aspects of some measures, of a plan: what stands behind "no record here", which is said of its commitments one by one. */
export function spokenOf(all: readonly Asked[], plan: string): Spoken[] {
  return all.flatMap((of) =>
    said(of, { plan }).map((row) => ({
      of,
      row,
      who: vocabulary('voice').label(row.said_by ?? ''),
      part: row.yes !== null ? ('yes' as const) : row.value !== null ? ('value' as const) : undefined,
      code: row.code === null ? undefined : codeLabel(of.measure.key, row.code),
    })),
  );
}

/** The same as a text; empty where no voice speaks. */
export function wholeText(all: readonly Asked[], plans: readonly { id: string; name?: string }[]): string {
  const parts = plans.flatMap(({ id, name }) => {
    const spoken = spokenOf(all, id).map(({ row, who, part, code }) => {
      const number =
        part === 'yes'
          ? `${i18n.f.integer(row.yes ?? 0)}${row.total === null ? '' : ` ${i18n.t.common.outOf} ${i18n.f.integer(row.total)}`}`
          : part === 'value'
            ? i18n.f.percent((row.value ?? 0) / 100)
            : undefined;
      return `${who}: ${[number, code].filter((each) => each !== undefined).join(', ')}`;
    });
    return spoken.length === 0 ? [] : [`${name === undefined ? '' : `${name}: `}${spoken.join('; ')}`];
  });
  return parts.length === 0 ? '' : `${i18n.t.voices.whole} ${parts.join('. ')}.`;
}
