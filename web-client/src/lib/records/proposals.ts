import type { Language } from '$lib/i18n/language';
import { localized, type LocalizedText } from '$lib/i18n/localized';
import type { components } from '$lib/api/schema';

type Proposal = components['schemas']['Proposal'];
export type Named = Pick<Proposal, 'id' | 'proposal_es' | 'proposal_en' | 'problem_es' | 'problem_en'>;
/** The fields by which a proposal is named. */
export const NAMING = ['id', 'proposal_es', 'proposal_en', 'problem_es', 'problem_en'] as const satisfies readonly (keyof Named)[];

/** Letters of a name that is the beginning of a text. */
const LONGEST = 120;

/** What a proposal is called: it has no title, so the beginning of what it says; null where it says nothing. */
export function proposalName(proposal: Named, language: Language): LocalizedText | null {
  const said = localized(
    { name_es: proposal.proposal_es ?? proposal.problem_es, name_en: proposal.proposal_en ?? proposal.problem_en },
    'name',
    language,
  );
  if (said === null || said.text.length <= LONGEST) return said;
  const end = said.text.lastIndexOf(' ', LONGEST);
  return { ...said, text: `${said.text.slice(0, end > 0 ? end : LONGEST)}…` };
}
