import type { Words } from '$lib/i18n/words';

/** A link to a page of the dashboard. */
export interface Link {
  path: string;
  label: string;
}

/** The pages in the header. */
export const headerLinks = ({ nav }: Words['common']): Link[] => [
  { path: '/', label: nav.home },
  { path: '/states', label: nav.states },
  { path: '/compare', label: nav.compare },
  { path: '/secretariats', label: nav.secretariats },
  { path: '/dialogue', label: nav.dialogue },
  { path: '/plans', label: nav.plans },
  { path: '/commitments', label: nav.commitments },
  { path: '/themes', label: nav.themes },
  { path: '/metrics', label: nav.metrics },
  { path: '/coverage', label: nav.coverage },
  { path: '/timeline', label: nav.timeline },
  { path: '/about', label: nav.about },
];

/** The pages in the footer. */
export const footerLinks = ({ footer }: Words['common']): Link[] => [
  { path: '/secretariats', label: footer.secretariats },
  { path: '/compare', label: footer.compare },
  { path: '/organizations', label: footer.organizations },
  { path: '/measures', label: footer.measures },
  { path: '/practices', label: footer.practices },
  { path: '/changes', label: footer.changes },
];
