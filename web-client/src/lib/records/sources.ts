import type { Source } from '$lib/api/types';

/** Whose voice is nearest to the facts comes first; what only copies or retells comes last (`SourcesMark.razor`). */
const KINDS: readonly (string | null)[] = ['ogp', 'public_body', 'academia', 'civil_society', 'reference', 'press', 'presentation'];

/**
 * Each source once, the strongest first; of one kind in the order in which they are first cited. Of numbers that the presentation states
 * it comes before all: they are its own (`SourceOrder.cs`).
 */
export function ordered<S extends Pick<Source, 'id' | 'kind'>>(sources: readonly S[], stated = false): S[] {
  const strength = ({ kind }: S) => (stated && kind === 'presentation' ? -1 : KINDS.includes(kind) ? KINDS.indexOf(kind) : KINDS.length);
  const distinct = [...new Map(sources.map((source) => [source.id, source])).values()];
  return distinct.sort((a, b) => strength(a) - strength(b));
}
