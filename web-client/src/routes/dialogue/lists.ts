import type { Filters } from '$lib/url/both';

/** The lists of the dialogue in the groups in which they are read, as the service has them (DialogueLists.cs). Pure. */
export const LISTS = ['proposals', 'agreements', 'sessions'] as const;
export type ListName = (typeof LISTS)[number];

/** The filters of each list that the page takes. */
const TAKEN: Readonly<Record<ListName, readonly string[]>> = {
  proposals: ['id', 'q', 'state', 'plan', 'commitment', 'sector', 'disposition', 'answered', 'response_past_due'],
  agreements: ['id', 'q', 'state', 'plan', 'session', 'proposal', 'commitment', 'fulfilled', 'past_due', 'past_due_by'],
  sessions: ['id', 'q', 'state', 'plan', 'kind', 'held_from', 'held_to'],
};

interface Group {
  filters: Filters;
  sort: string;
}

/** What is past its date before what is open, what is done last; each row is in one of them. */
export const GROUPS: Readonly<Record<ListName, readonly Group[]>> = {
  proposals: [
    { filters: { response_past_due: 'true' }, sort: 'response_due_date' },
    { filters: { answered: 'false', response_past_due: 'false,no_data' }, sort: 'response_due_date' },
    { filters: { answered: 'true', response_past_due: 'false,no_data' }, sort: '-proposed_on' },
  ],
  agreements: [
    { filters: { past_due: 'true', fulfilled: 'false,no_data' }, sort: 'due_date' },
    { filters: { past_due: 'false,no_data', fulfilled: 'false,no_data' }, sort: 'due_date' },
    { filters: { fulfilled: 'true' }, sort: '-due_date' },
  ],
  sessions: [{ filters: {}, sort: '-held_on' }],
};

/** The filters that an address gives. */
export function given(state: Readonly<Record<string, string>>): Filters {
  return Object.fromEntries(Object.entries(state).filter(([name, value]) => name !== 'list' && value !== ''));
}

/** The lists that have all of these filters: half an answer would look like a whole one. */
export function listsOf(list: string, filters: Filters): ListName[] {
  return LISTS.filter((name) => (list === '' || list === name) && Object.keys(filters).every((filter) => TAKEN[name].includes(filter)));
}
