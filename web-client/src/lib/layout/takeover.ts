import { isFailing, retryFailed } from '$lib/api/resource.svelte';
import { drawAll, isDrawing } from '$lib/figure/turn';
import { Alike } from './alike';
import { asked, keepAnchor, keepPlace } from './place';

/** In milliseconds: letters that come later than this are not waited for. */
const LONGEST = 3000;

/** In milliseconds: what could not be had is asked for again after this, as long as the served page stands and says it. */
const AGAIN = 10_000;

const PRESSES = ['pointerdown', 'pointerup', 'pointercancel'] as const;

/** After what a reader who holds the served page may have let it go. */
const LETS_GO = ['pointerup', 'pointercancel', 'focusout', 'reset', 'toggle', 'scroll'] as const;

/**
 * Whether the page has been drawn, in its letters: nothing in it failed or waits any more but what is folded away until a reader opens it.
 */
function isDrawn(): boolean {
  const page = document.getElementById('content');
  const isInLetters = document.fonts.status !== 'loading' || performance.now() > LONGEST;
  if (isDrawing() || isFailing() || !page?.querySelector('h1') || !isInLetters) return false;
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

/** What somebody uses is found again in whichever part of the page it is; where they read is a place in one. */
const sameOf = (used: HTMLElement, alike: Alike) => alike.same(used) ?? alike.only(used);

/** Whether something is open in the served page, in sight, that the drawn page has not: how a figure is cited, above all. */
function isOpen(served: Element, app: Element): boolean {
  const open = [...served.querySelectorAll('main details[open]')].filter((each) => {
    const { top, bottom } = each.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
  if (open.length === 0) return false;
  const alike = new Alike(served, app);
  return open.some(({ firstElementChild: summary }) => !sameOf(summary as HTMLElement, alike)?.matches('summary'));
}

/** What was opened in the served page is open in the drawn one. */
function keepOpened(served: Element, alike: Alike): void {
  for (const summary of served.querySelectorAll<HTMLElement>('details[open] > summary')) {
    const same = sameOf(summary, alike);
    if (same?.matches('summary')) reveal(same);
  }
}

/**
 * Where the focus of the served page goes: to the same, even if that was folded away, or else to its row or the beginning of its part, which
 * lead nowhere, so that no key does anything else than it would have done.
 */
function focusIn(focused: HTMLElement, alike: Alike): HTMLElement | undefined {
  const same = sameOf(focused, alike);
  if (same) {
    reveal(same);
    if (same.checkVisibility()) return same;
  }
  return alike.near(focused);
}

/**
 * Where the reader of the served page is, in the drawn one, with the focus on the same: what stood in the window stands there again at the
 * same height. Where nothing in the window is the same, as far down in the same part.
 */
function keepReader(served: Element, alike: Alike): () => void {
  const focused = document.activeElement instanceof HTMLElement && served.contains(document.activeElement) ? document.activeElement : null;
  const focus = focused ? focusIn(focused, alike) : undefined;
  const isInSight = (element: Element, height = 1) => top(element) >= 0 && top(element) < innerHeight * height && element.checkVisibility();
  const same = (each: HTMLElement) => {
    const drawn = alike.same(each);
    return drawn?.checkVisibility() ? drawn : undefined;
  };
  const isFocusInSight = focused !== null && isInSight(focused);
  const seen = isFocusInSight ? focused : alike.told.find((each) => isInSight(each, 0.8) && same(each));
  const drawn = isFocusInSight ? focus : seen && same(seen);
  const height = seen ? top(seen) : 0;
  const line = alike.line();
  const isKept = scrollY > 0 || isFocusInSight;
  return () => {
    if (focus) {
      if (!focus.matches('a, button, summary')) focus.tabIndex = -1;
      focus.focus({ preventScroll: true });
    }
    if (!isKept) return;
    // It may stand in a box that scrolls by itself.
    drawn?.scrollIntoView({ block: 'nearest' });
    keepPlace(() => scrollBy(0, drawn ? top(drawn) - height : line()));
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
  if (isReadIn(served)) drawAll();
  let isLeft = false;
  leave = () => {
    isLeft = true;
    window.scrollTo = scroll;
  };
  let isPressed = false;
  const press = ({ type }: Event) => (isPressed = type === 'pointerdown');
  for (const sign of PRESSES) addEventListener(sign, press, true);
  // What is pressed now is let go on the same page, and what was written, chosen or opened is used in it.
  const isHeld = () => !isLeft && (isPressed || field(served) !== null || isBegun(served) || (app !== null && isOpen(served, app)));
  let isWaiting = false;
  const letGo = () => setTimeout(() => isWaiting && take());
  for (const sign of LETS_GO) addEventListener(sign, letGo, true);
  return new Promise((resolve) => {
    take = () => {
      if (!served.isConnected) return;
      isWaiting = isHeld();
      if (isWaiting) return;
      watch.disconnect();
      document.fonts.removeEventListener('loadingdone', soon);
      clearInterval(again);
      cancelAnimationFrame(frame);
      keepTyped(served);
      const alike = app && !isLeft && isReadIn(served) ? new Alike(served, app) : undefined;
      if (alike) keepOpened(served, alike);
      const goOn = alike && keepReader(served, alike);
      served.remove();
      delete root.dataset.taking;
      delete (document.body as Partial<HTMLElement>).focus;
      app?.toggleAttribute('inert', false);
      for (const sign of PRESSES) removeEventListener(sign, press, true);
      for (const sign of LETS_GO) removeEventListener(sign, letGo, true);
      window.scrollTo = scroll;
      // What the address asks for was out of sight, and what is above it grows still.
      if (asked(location.hash)) keepAnchor(location.hash);
      else if (!isLeft) goOn?.();
      resolve();
    };
    // What has come may ask for more: it is drawn when it still is after two frames. Only a frame asks, which knows the page's
    // styles anyway; asked at each change, the browser would reckon them for each.
    let frame = 0;
    let drawn = 0;
    const look = () => {
      if (!served.isConnected) return;
      if (isReadIn(served)) drawAll();
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
    setTimeout(soon, LONGEST);
    const again = setInterval(retryFailed, AGAIN);
    watch.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-busy'] });
  });
}

/** What the service said of this page for those who collect facts is not said of the next. */
export function dropFirst(): void {
  for (const element of document.querySelectorAll('[data-first]')) element.remove();
}
