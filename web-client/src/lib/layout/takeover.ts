import { drawAll, isDrawing } from '$lib/figure/turn';
import { type Alike, alikeIn, descending } from './alike';
import { asked, keepAnchor, keepPlace } from './place';

/** The served page stands no longer than this: what is still on its way then shows that itself. */
const LONGEST = 3000;

const PRESSES = ['pointerdown', 'pointerup', 'pointercancel'] as const;

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

/** A form that somebody has begun to fill in works as it stands, and stays until it is sent or as it was. */
const isBegun = (served: Element): boolean =>
  [...served.querySelectorAll<HTMLInputElement | HTMLSelectElement>('main :is(input, select)')].some((each) =>
    each instanceof HTMLSelectElement
      ? [...each.options].some((option) => option.selected !== option.defaultSelected && (option.selected ? option.value !== '' : true))
      : each.value !== each.defaultValue || each.checked !== each.defaultChecked,
  );

/** Whether anybody has begun to read the served page: else there is no place to find again, and both pages need not be compared. */
const isReadIn = (served: Element): boolean =>
  scrollY > 0 || served.contains(document.activeElement) || served.querySelector('details[open]') !== null;

const top = (element: Element) => element.getBoundingClientRect().top;

/** Opens what an element is folded away in. */
function reveal(element: Element): void {
  for (let around = element.closest('details'); around; around = around.parentElement?.closest('details') ?? null) around.open = true;
}

/** What its reader opened in the served page is open in the drawn one; how a figure is cited is there behind a button of the figure. */
function keepOpened(served: Element, alike: readonly Alike[]): void {
  for (const opened of served.querySelectorAll('details[open]')) {
    const [summary] = opened.children;
    const same = alike.find((pair) => pair.served === summary);
    if (same) reveal(same.drawn);
    else if (opened.matches('.cited')) {
      const before = alike.findLast(
        (pair) => pair.served.compareDocumentPosition(opened) & Node.DOCUMENT_POSITION_FOLLOWING && pair.served.id,
      );
      before?.drawn.closest('figure')?.querySelector<HTMLElement>('[data-cite][aria-expanded="false"]')?.click();
    }
  }
}

/**
 * Where the focus of the served page goes: to the same, even if that was folded away, or else to what comes before it and leads nowhere, so
 * that no key does anything else than it would have done.
 */
function focusIn(focused: Element | null, alike: readonly Alike[]): Alike | undefined {
  if (!focused?.closest('#shell')) return undefined;
  const same = alike.find(({ served }) => served === focused);
  if (same) {
    reveal(same.drawn);
    if (same.drawn.checkVisibility()) return same;
  }
  return alike.findLast(
    ({ served, drawn }) =>
      !drawn.matches('a, button, summary') &&
      drawn.checkVisibility() &&
      (served.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
}

/**
 * Where the reader of the served page is, in the drawn one, with the focus on the same: what stood in the window stands there again at the
 * same height. Where nothing in the window is the same, as far between what is the same above and below it, in either page, as before.
 */
function keepReader(alike: readonly Alike[]): () => void {
  const focused = document.activeElement;
  const focus = focusIn(focused, alike);
  const isInSight = (element: Element) => top(element) >= 0 && top(element) < innerHeight * 0.8;
  const sure = alike.filter(({ drawn, isOnly }) => isOnly && drawn.checkVisibility());
  const seen = focus?.served === focused && isInSight(focus.served) ? focus : sure.find(({ served }) => isInSight(served));
  const height = seen ? top(seen.served) : 0;
  const inOrder = descending(sure, ({ drawn }) => top(drawn));
  const [above, below] = [inOrder.findLast(({ served }) => top(served) < 0), inOrder.find(({ served }) => top(served) >= 0)];
  const end = () => document.documentElement.scrollHeight - scrollY;
  const [from, to] = [above ? top(above.served) : -scrollY, below ? top(below.served) : end()];
  const share = to > from ? -from / (to - from) : 0;
  const isScrolled = scrollY > 0;
  return () => {
    if (focus) {
      if (!focus.drawn.matches('a, button, summary')) focus.drawn.tabIndex = -1;
      focus.drawn.focus({ preventScroll: true });
    }
    if (!isScrolled) return;
    keepPlace(() => {
      const [start, next] = [above ? top(above.drawn) : -scrollY, below ? top(below.drawn) : end()];
      // Who reads in a figure stays in it, whatever comes after it there.
      const last = above?.drawn.closest('figure')?.getBoundingClientRect().bottom ?? next;
      scrollBy(0, seen ? top(seen.drawn) - height : start + share * (Math.min(next, last) - start));
    });
  };
}

/** Whoever goes to another page goes on there: nothing of the served page is kept. */
let leave: () => void = () => undefined;
let take: () => void = () => undefined;

/** The router is about to go to another page, and may go to its top. */
export const leaveServed = () => leave();

/** The router is there: nobody waits in front of the served page any more. */
export const dropServed = () => take();

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
  // Nor does it know that somebody may read further down by now.
  const scroll = window.scrollTo;
  window.scrollTo = () => undefined;
  if (scrollY > 0) drawAll();
  let isLeft = false;
  leave = () => {
    isLeft = true;
    window.scrollTo = scroll;
  };
  let isPressed = false;
  const press = ({ type }: Event) => (isPressed = type === 'pointerdown');
  for (const sign of PRESSES) addEventListener(sign, press, true);
  return new Promise((resolve) => {
    take = () => {
      if (!served.isConnected) return;
      const written = field(served);
      if (written && !isLeft) {
        written.addEventListener('focusout', () => setTimeout(() => take()), { once: true });
        return;
      }
      // What is pressed now is let go on the same page, and what was chosen is sent from it.
      if (isPressed && !isLeft) {
        for (const sign of ['pointerup', 'pointercancel']) addEventListener(sign, () => setTimeout(() => take()), { once: true });
        return;
      }
      if (isBegun(served) && !isLeft) {
        served.addEventListener('focusout', () => setTimeout(() => take()), { once: true });
        served.addEventListener('reset', () => setTimeout(() => take()), { once: true });
        return;
      }
      watch.disconnect();
      document.fonts.removeEventListener('loadingdone', soon);
      clearTimeout(longest);
      cancelAnimationFrame(frame);
      keepTyped(served);
      const alike = app && !isLeft && isReadIn(served) ? alikeIn(served, app) : [];
      keepOpened(served, alike);
      const goOn = keepReader(alike);
      served.remove();
      delete root.dataset.taking;
      delete (document.body as Partial<HTMLElement>).focus;
      app?.toggleAttribute('inert', false);
      for (const sign of PRESSES) removeEventListener(sign, press, true);
      window.scrollTo = scroll;
      // What the address asks for was out of sight, and what is above it grows still.
      if (asked(location.hash)) keepAnchor(location.hash);
      else if (!isLeft) goOn();
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
