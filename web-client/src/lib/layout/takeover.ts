/** The served page stands no longer than this: what is still on its way then shows that itself. */
const LONGEST = 3000;

/** Whether the page has been drawn: nothing in it waits any more. */
function isDrawn(): boolean {
  const page = document.getElementById('content');
  return page?.querySelector('h1') != null && page.querySelector('.skeleton, [aria-busy="true"]') === null;
}

/** A field of the served page in which somebody is writing; it is not taken away from under them. */
const field = (served: Element): HTMLElement | null => {
  const focused = document.activeElement;
  return focused instanceof HTMLElement && focused.matches('input, select, textarea') && served.contains(focused) ? focused : null;
};

/**
 * The page takes over from what stands in its place: at once where that says nothing (a host of files), else when it has been drawn behind
 * it, so that nobody sees facts go and come again. What the service could say of the page in its head goes now, as the page says it
 * itself.
 */
export function takeOver(): Promise<void> {
  for (const element of document.querySelectorAll('[data-head]')) element.remove();
  const served = document.getElementById('shell');
  if (!served?.classList.contains('served')) {
    served?.remove();
    return Promise.resolve();
  }
  const root = document.documentElement;
  root.dataset.taking = '';
  // The router begins with the focus at the top of the page, or on what asks for it.
  field(served)?.setAttribute('autofocus', '');
  return new Promise((resolve) => {
    const take = () => {
      const written = field(served);
      if (written) {
        written.addEventListener('focusout', () => setTimeout(take), { once: true });
        return;
      }
      watch.disconnect();
      clearTimeout(longest);
      served.remove();
      document.getElementById('marks')?.remove();
      delete root.dataset.taking;
      // What the address asks for was out of sight, and what is above it has grown since.
      if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
      resolve();
    };
    const watch = new MutationObserver(() => {
      if (isDrawn()) take();
    });
    const longest = setTimeout(take, LONGEST);
    watch.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-busy'] });
  });
}

/** What the service said of this page for those who collect facts is not said of the next. */
export function dropFirst(): void {
  for (const element of document.querySelectorAll('[data-first]')) element.remove();
}
