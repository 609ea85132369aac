import { i18n } from '$lib/i18n/index.svelte';
import { textOf } from '$lib/i18n/localized';
import { codeLabel } from '$lib/vocabulary/codes.svelte';
import { vocabulary } from '$lib/vocabulary/terms.svelte';
import type { Asked } from './ask';
import { byQuestion, type Part, said } from './rows';
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

/** What is said of some plans, question by question, so that what was done and what it changed are told apart. */
export interface Told<P> {
  /** The question, where what is told answers more than one. */
  question: string | undefined;
  plans: (P & { spoken: Spoken[] })[];
}

export function toldOf<P extends { id: string }>(all: readonly Asked[], plans: readonly P[]): Told<P>[] {
  const told = byQuestion(all)
    .map(({ of, group }) => ({
      question: textOf(of, 'group', i18n.language),
      plans: plans
        .map((plan) => ({
          ...plan,
          spoken: spokenOf(
            all.filter(({ measure }) => measure.group === group),
            plan.id,
          ),
        }))
        .filter(({ spoken }) => spoken.length > 0),
    }))
    .filter((each) => each.plans.length > 0);
  return told.map((each) => ({ ...each, question: told.length > 1 ? each.question : undefined }));
}

/** The same as a text; empty where no voice speaks. */
export function wholeText(all: readonly Asked[], plans: readonly { id: string; name?: string }[]): string {
  const parts = toldOf(all, plans).map((each) => {
    const lines = each.plans.map(({ name, spoken }) => {
      const voices = spoken.map(({ row, who, part, code }) => {
        const number =
          part === 'yes'
            ? `${i18n.f.integer(row.yes ?? 0)}${row.total === null ? '' : ` ${i18n.t.common.outOf} ${i18n.f.integer(row.total)}`}`
            : part === 'value'
              ? i18n.f.percent((row.value ?? 0) / 100)
              : undefined;
        return `${who}: ${[number, code === undefined ? undefined : i18n.t.voices.coded(code)].filter((one) => one !== undefined).join(': ')}`;
      });
      return `${name === undefined ? '' : `${name}: `}${voices.join('; ')}`;
    });
    return `${each.question === undefined ? '' : `${each.question} `}${lines.join('. ')}`;
  });
  return parts.length === 0 ? '' : `${i18n.t.voices.whole} ${parts.join('. ')}.`;
}
