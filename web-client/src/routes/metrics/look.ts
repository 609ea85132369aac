import type { Shape } from '$lib/charts/look';

/** One look for an indicator or a perspective wherever it is drawn: a colour and a shape, either of which is enough. */
export const LOOK: Readonly<Record<string, { shape: Shape; colour: string }>> = {
  open_government_index: { shape: 'disc', colour: 'var(--accent)' },
  transparency: { shape: 'diamond', colour: 'var(--status-completed)' },
  participation: { shape: 'square', colour: 'var(--status-in-progress)' },
  government: { shape: 'square', colour: 'var(--status-not-started)' },
  citizen: { shape: 'disc', colour: 'var(--accent)' },
  published: { shape: 'disc', colour: 'var(--mark)' },
  recomputed: { shape: 'ring', colour: 'var(--accent)' },
};
