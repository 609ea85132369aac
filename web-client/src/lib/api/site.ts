/** Who runs the site and how to reach them, as its settings say; what is null is not shown. */
export interface Site {
  operator?: string | null;
  operator_page?: string | null;
  /** `mailto:`, `https:` or `tel:`. */
  contact?: string | null;
  repository?: string | null;
}

const SAFE = /^(https?|mailto|tel):/;

/** An address of the settings, where it is one that a page may link to. */
export function safeAddress(address: string | null | undefined): string | undefined {
  return address && SAFE.test(address) ? address : undefined;
}

/** Where a correction goes, filled in: the repository's issue form, else an e-mail; undefined where the site has neither. */
export function correctionAddress({ repository, contact }: Site, title: string, body: string): string | undefined {
  const query = (names: readonly [string, string]) => `${names[0]}=${encodeURIComponent(title)}&${names[1]}=${encodeURIComponent(body)}`;
  if (repository && /^https?:/.test(repository)) return `${repository.replace(/\/$/, '')}/issues/new?${query(['title', 'body'])}`;
  return contact?.startsWith('mailto:') ? `${contact}${contact.includes('?') ? '&' : '?'}${query(['subject', 'body'])}` : undefined;
}
