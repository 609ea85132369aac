import { ask } from '$lib/api/client';
import { resource } from '$lib/api/resource.svelte';
import { i18n, wordsOf } from '$lib/i18n/index.svelte';
import { useStates } from '$lib/records/names.svelte';
import { NAMING, shortPlan } from '$lib/records/plan-names';
import type { Choice, ViewState } from '$lib/url/view';
import { vocabulary } from '$lib/vocabulary/terms.svelte';
import { organizationsView } from './view';

export type Name = keyof ViewState<typeof organizationsView>;

export const NAMES = organizationsView.names as readonly Name[];

/** What each filter can be, by what people call it; a filter without an entry takes any words. Call it while a component is set up. */
export function useChoices() {
  const states = useStates();
  const plans = resource((signal) =>
    ask((api) => api.GET('/api/v1/plans', { params: { query: { fields: [...NAMING], limit: 500 } }, signal })),
  );
  const unknown = $derived({ code: 'no_data', words: [i18n.t.common.noData] });
  const termsOf = (name: string) => [...vocabulary(name).all.map(({ code }) => ({ code, words: [vocabulary(name).label(code)] })), unknown];
  const all = $derived<Partial<Record<Name, readonly Choice[]>>>({
    sector: termsOf('sector'),
    level: termsOf('organization_level'),
    state: [
      ...states.ids.map((id) => ({ code: id, words: [states.name(id)] })),
      { code: 'no_data', words: [wordsOf('organizations').noState] },
    ],
    in_secretariat: [
      { code: 'true', words: [i18n.t.common.yes] },
      { code: 'false', words: [i18n.t.common.no] },
    ],
    civil_society_in_secretariat: states.ids.flatMap((id) => {
      const secretariat = states.secretariat(id);
      return secretariat === null ? [] : [{ code: secretariat, words: [states.name(id)] }];
    }),
    civil_society_in_plan: (plans.value?.items ?? []).map((plan) => ({
      code: plan.id,
      words: [shortPlan(plan, (id) => states.name(id), i18n.t.plan)],
    })),
    confidence: termsOf('confidence'),
  });

  return {
    /** The states that some of them name. */
    states,
    get all() {
      return all;
    },
    /** A value of a filter as people say it. */
    named(name: Name, given: string): string {
      if (name !== 'q' && given.startsWith('!')) return i18n.t.narrowed.except(this.named(name, given.slice(1)));
      return all[name]?.find(({ code }) => code.toLowerCase() === given.toLowerCase())?.words[0] ?? given;
    },
  };
}
