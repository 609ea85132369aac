import { isDrawing } from '$lib/figure/turn';

/** The served page stands no longer than this: what is still on its way then shows that itself. */
const LONGEST = 3000;

/** Whether the page has been drawn, in its letters: nothing in it waits any more but what is folded away until a reader opens it. */
function isDrawn(): boolean {
  const page = document.getElementById('content');
  if (isDrawing() || !page?.querySelector('h1') || document.fonts.status === 'loading') return false;
  return ![...page.querySelectorAll('.skeleton, [aria-busy="true"]')].some((waiting) => waiting.checkVisibility?.() ?? true);
}

/** A field of the served page in which somebody is writing; it is not taken away from under them. */
const field = (served: Element): HTMLElement | null => {
  const focused = document.activeElement;
  return focused instanceof HTMLElement && focused.matches('input, select, textarea') && served.contains(focused) ? focused : null;
};

/** What was typed into a field of the served page stands in the drawn one of the same name, which nobody has written in yet. */
function keepTyped(served: Element): void {
  for (const typed of served.querySelectorAll<HTMLInputElement>('input[type="search"]')) {
    const drawn = [...document.querySelectorAll<HTMLInputElement>(`input[name="${typed.name}"]`)].find((each) => !served.contains(each));
    if (typed.value === typed.defaultValue || !drawn || drawn.value !== drawn.defaultValue) continue;
    drawn.value = typed.value;
    drawn.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

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
  // Nobody reaches what nobody sees yet.
  const app = document.getElementById('app');
  app?.toggleAttribute('inert', true);
  // The router begins with the focus on what asks for it, or at the top of the page: there it is already, and the browser would have to lay
  // everything out at once to put it there.
  field(served)?.setAttribute('autofocus', '');
  document.body.focus = () => undefined;
  return new Promise((resolve) => {
    const take = () => {
      const written = field(served);
      if (written) {
        written.addEventListener('focusout', () => setTimeout(take), { once: true });
        return;
      }
      watch.disconnect();
      document.fonts.removeEventListener('loadingdone', soon);
      clearTimeout(longest);
      cancelAnimationFrame(frame);
      keepTyped(served);
      served.remove();
      delete root.dataset.taking;
      delete (document.body as Partial<HTMLElement>).focus;
      app?.toggleAttribute('inert', false);
      // What the address asks for was out of sight, and what is above it has grown since.
      if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
      resolve();
    };
    // What has come may ask for more: it is drawn when it still is after two frames. Only a frame asks, which knows the page's
    // styles anyway; asked at each change, the browser would reckon them for each.
    let frame = 0;
    let drawn = 0;
    const look = () => {
      if (!served.isConnected) return;
      drawn = isDrawn() ? drawn + 1 : 0;
      frame = 0;
      if (drawn > 2) take();
      else if (drawn > 0) soon();
      // Nothing in the page changes when the last part has been made.
      else if (isDrawing()) setTimeout(soon, 50);
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    const watch = new MutationObserver(soon);
    document.fonts.addEventListener('loadingdone', soon);
    const longest = setTimeout(take, LONGEST);
    watch.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-busy'] });
  });
}

/** What the service said of this page for those who collect facts is not said of the next. */
export function dropFirst(): void {
  for (const element of document.querySelectorAll('[data-first]')) element.remove();
}
