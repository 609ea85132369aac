import { i18n, wordsOf } from '$lib/i18n/index.svelte';
import { useStates } from '$lib/records/names.svelte';
import { planTitle } from '$lib/records/plan-names';
import { usePlans } from '$lib/records/plans.svelte';
import type { Choice, ViewState } from '$lib/url/view';
import { vocabulary } from '$lib/vocabulary/terms.svelte';
import { LISTS } from './lists';
import { dialogueView } from './view';

export type Name = keyof ViewState<typeof dialogueView>;

export const NAMES = dialogueView.names as readonly Name[];

/** Filters that are days. */
export const DATES: ReadonlySet<Name> = new Set(['past_due_by', 'held_from', 'held_to']);

/** What each filter can be, by what people call it; a filter without an entry takes any words. Call it while a component is set up. */
export function useChoices() {
  const states = useStates();
  const plans = usePlans();
  const termsOf = (name: string) => vocabulary(name).all.map(({ code }) => ({ code, words: [vocabulary(name).label(code)] }));
  const flags = $derived([
    { code: 'true', words: [i18n.t.common.yes] },
    { code: 'false', words: [i18n.t.common.no] },
  ]);
  const unknown = $derived({ code: 'no_data', words: [i18n.t.common.noData] });
  const all = $derived<Partial<Record<Name, readonly Choice[]>>>({
    list: LISTS.map((list) => ({ code: list, words: [wordsOf('dialogue').lists[list]] })),
    state: [
      ...states.ids.map((id) => ({ code: id, words: [states.name(id)] })),
      { code: 'no_data', words: [wordsOf('dialogue').national] },
    ],
    plan: plans.all.map((plan) => ({
      code: plan.id,
      words: [planTitle(plan, (id) => states.name(id), i18n.t.plan, i18n.language)],
    })),
    disposition: [...termsOf('disposition'), unknown],
    answered: flags,
    response_past_due: [...flags, unknown],
    sector: [...termsOf('sector'), unknown],
    fulfilled: [...flags, unknown],
    past_due: [...flags, unknown],
    kind: termsOf('session_kind'),
  });

  return {
    get all() {
      return all;
    },
    /** A value of a filter as people say it. */
    named(name: Name, given: string): string {
      if (name !== 'q' && given.startsWith('!')) return i18n.t.narrowed.except(this.named(name, given.slice(1)));
      if (DATES.has(name)) return i18n.f.date(given, 'day');
      return all[name]?.find(({ code }) => code === given)?.words[0] ?? given;
    },
  };
}
