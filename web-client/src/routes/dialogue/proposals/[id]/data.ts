import { ask } from '$lib/api/client';
import type { Change } from '$lib/records/changes';
import { askRows, type Agreement, type Around, loadAround, type Proposal } from '../../data';
import { both } from '$lib/url/both';
import { GROUPS } from '../../lists';

/** What is known of a proposal beside what it says itself. */
export interface Beside {
  agreements: Agreement[];
  /** What the agreements and the proposal name. */
  around: Around;
  plans: Around['plans'];
  /** The group of proposals that it is in. */
  standing: number;
  /** The change that brought its response; null for none. */
  answeredBy: Change | null;
}

const OF_RESPONSE: readonly string[] = ['disposition', 'response_es', 'response_en'];

export async function loadBeside(proposal: Proposal, signal: AbortSignal): Promise<Beside> {
  const own = { id: proposal.id };
  const isAnswered = (proposal.disposition ?? proposal.response_es ?? proposal.response_en) !== null;
  const [agreements, about, totals, changes] = await Promise.all([
    askRows('agreements', { proposal: proposal.id }, 'id', 500, undefined, signal),
    loadAround('proposals', [proposal], signal),
    Promise.all(
      GROUPS.proposals.map(async ({ filters }) => {
        const within = both(own, filters);
        return within === null ? 0 : (await askRows('proposals', within, 'id', 1, undefined, signal)).total;
      }),
    ),
    isAnswered
      ? ask((api) =>
          api.GET('/api/v1/changes', { params: { query: { record: [proposal.id], record_type: ['proposals'], limit: 500 } }, signal }),
        )
      : null,
  ]);
  const answeredBy = (changes?.items ?? [])
    .toSorted((a, b) => b.sequence - a.sequence)
    .find(({ action, fields }) => action === 'created' || fields.some((field) => OF_RESPONSE.includes(field)));
  return {
    agreements: agreements.items as Agreement[],
    around: await loadAround('agreements', agreements.items, signal),
    plans: about.plans,
    standing: Math.max(
      0,
      totals.findIndex((total) => total > 0),
    ),
    answeredBy: answeredBy ?? null,
  };
}

/** The commitment that came of it, with its milestones; null for none. */
export async function loadLed(proposal: Proposal, signal: AbortSignal) {
  const id = proposal.commitment_id;
  return id === null ? null : ask((api) => api.GET('/api/v1/commitments/{id}', { params: { path: { id } }, signal }));
}
