/** What a reader does who moves on from a place. */
const SIGNS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;
/** In milliseconds: what is drawn later than this moves the page as anything else does. */
const LONGEST = 5000;

let leave: () => void = () => undefined;

/**
 * Keeps the window at a place while the page is still being drawn, which moves what is below: until its reader does something. There is
 * one such place; the next takes its turn.
 * @param settle Puts the window there; called whenever the page has become higher or lower.
 */
export function keepPlace(settle: () => void): void {
  leave();
  const sizes = new ResizeObserver(settle);
  const latest = setTimeout(() => leave(), LONGEST);
  const left = () => leave();
  leave = () => {
    sizes.disconnect();
    clearTimeout(latest);
    for (const sign of SIGNS) removeEventListener(sign, left, true);
    leave = () => undefined;
  };
  for (const sign of SIGNS) addEventListener(sign, left, { capture: true, passive: true });
  sizes.observe(document.body);
  settle();
}

/**
 * The part of a page that has this name. A figure that was cited without scripts (`Anchors`) may have another here: it is called by its
 * measure first, or by the part that it stands in.
 */
export function partIn(page: ParentNode, name: string): HTMLElement | null {
  const [key = ''] = name.split('-', 1);
  const measured = () => page.querySelector<HTMLElement>(`figure[data-measures~="${CSS.escape(key)}"]`);
  for (let part = name; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('-')))) {
    const found = page.querySelector<HTMLElement>(`#${CSS.escape(part)}`) ?? (part === name ? measured() : null);
    if (found) return found;
  }
  return null;
}

/** What an address asks for; null where it asks for nothing that is there. */
export const asked = (hash: string): HTMLElement | null => (hash.length > 1 ? partIn(document, decoded(hash.slice(1))) : null);

/** What an address says, as it stands where it is no code of anything. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Keeps the window at what an address asks for; nothing where it asks for nothing that is there. */
export function keepAnchor(hash: string): void {
  if (hash.length > 1) keepPlace(() => asked(hash)?.scrollIntoView());
}

/** Leaves the place that is kept, as whoever goes to another page does. */
export const leavePlace = () => leave();
