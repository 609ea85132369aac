import { LANG } from '$lib/i18n/language';
import { partIn } from './place';

/** What can be told by itself in a page: where it leads, and what it is called. */
const TOLD = 'a[href], summary, button, h1, h2, h3';

/** What opens how a figure of the served page is cited. */
const CITES = '.cited > summary';

/** What begins in a drawn page where another part ends. */
const BEGINS = 'figure, section, h1, h2, footer';

const HEADINGS = 'h1, h2, h3';

/** A part of the served page beside the one of the drawn page that says the same. */
interface Part {
  served: HTMLElement;
  drawn: HTMLElement;
  /** All that belongs to the drawn one. */
  whole: Range;
}

const isHeading = (element: Element) => /^h\d$/.test(element.localName);

const wordsOf = (element: Element) => (element.textContent ?? '').trim().replace(/\s+/g, ' ');

/** What an element of one page and the same of another have in common. */
function called(element: Element): string {
  if (element.matches(CITES) || element.matches('[data-cite]')) return 'cite';
  const href = element.localName === 'a' ? element.getAttribute('href') : null;
  if (href !== null) {
    const { origin, pathname, searchParams, hash } = new URL(href, location.href);
    // The first language need not be named.
    if (origin === location.origin) searchParams.delete(LANG);
    return `${origin}${pathname}?${String(searchParams)}${hash}`;
  }
  return `${isHeading(element) ? 'heading' : element.localName} ${wordsOf(element)}`;
}

/** The elements of a page that can be told, by what each is called, in their order. */
function toldIn(page: Element): Map<string, HTMLElement[]> {
  const told = new Map<string, HTMLElement[]>();
  for (const element of page.querySelectorAll<HTMLElement>(TOLD)) {
    const name = called(element);
    const same = told.get(name);
    if (same) same.push(element);
    else told.set(name, [element]);
  }
  return told;
}

const isBefore = (one: Node, other: Node) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** All of a part of a drawn page: itself or, of a heading, the figure or section that begins with it; null where none does. */
function blockOf(part: HTMLElement): Element | null {
  if (!isHeading(part)) return part;
  const around = part.closest('figure, section');
  return around?.querySelector(HEADINGS) === part ? around : null;
}

/** From where a part of a drawn page begins to where it ends; a heading by itself goes as far as to what begins next. */
function wholeOf(part: HTMLElement, page: Element): Range {
  const whole = document.createRange();
  const block = blockOf(part);
  whole.setStartBefore(block ?? part);
  const next = block ? undefined : [...page.querySelectorAll(BEGINS)].find((each) => isBefore(part, each));
  if (next) whole.setEndBefore(next);
  else whole.setEndAfter(block ?? part);
  return whole;
}

/** The parts of the served page of which the drawn page has the same, in their order: by its name or, of a heading, what it says. */
function partsIn(served: Element, drawn: Element): Part[] {
  const parts: Part[] = [];
  const add = (one: HTMLElement, other: HTMLElement | null | undefined) => {
    if (one.checkVisibility() && other?.checkVisibility()) parts.push({ served: one, drawn: other, whole: wholeOf(other, drawn) });
  };
  for (const name of ['header', 'h1', 'footer']) {
    const one = served.querySelector<HTMLElement>(name);
    if (one) add(one, drawn.querySelector<HTMLElement>(name));
  }
  const headings = [...drawn.querySelectorAll<HTMLElement>(HEADINGS)];
  for (const each of served.querySelectorAll<HTMLElement>('main :is([id], h2, h3)')) {
    const named = each.id ? partIn(drawn, each.id) : null;
    add(each, named ?? (isHeading(each) ? headings.find((heading) => wordsOf(heading) === wordsOf(each)) : null));
  }
  return parts.sort((one, other) => (isBefore(one.served, other.served) ? -1 : 1));
}

const top = (element: Element) => element.getBoundingClientRect().top;

/** What the served page and the drawn one have in common. The part is found first: what is the same is looked for in it. */
export class Alike {
  readonly #parts: Part[];
  readonly #main: HTMLElement | null;
  readonly #named: Element[];
  readonly #served: Map<string, HTMLElement[]>;
  readonly #drawn: Map<string, HTMLElement[]>;

  constructor(served: Element, drawn: Element) {
    this.#parts = partsIn(served, drawn);
    this.#main = drawn.querySelector('main');
    this.#named = [...served.querySelectorAll('main [id]')].filter((each) => !each.closest('tr, li'));
    this.#served = toldIn(served);
    this.#drawn = toldIn(drawn);
  }

  /** The part that an element of the served page is in: one that begins in a row is in that row alone. */
  #around(element: Element): Part | undefined {
    return this.#parts.findLast(
      ({ served }) => served === element || (isBefore(served, element) && (served.closest('tr, li')?.contains(element) ?? true)),
    );
  }

  /** All of the served page that can be told, in its order. */
  get told(): HTMLElement[] {
    return [...this.#served.values()].flat().sort((one, other) => (isBefore(one, other) ? -1 : 1));
  }

  /** The same element in the same part of the drawn page, wherever it is folded away; none where there is none. */
  same(element: HTMLElement): HTMLElement | undefined {
    // What cites a figure that is not drawn is not what cites another one.
    if (element.matches(CITES) && this.#named.findLast((each) => isBefore(each, element)) !== this.#around(element)?.served)
      return undefined;
    const [part, name] = [this.#around(element), called(element)];
    const drawn = part && this.#drawn.get(name)?.filter((each) => part.whole.comparePoint(each, 0) === 0);
    if (!drawn?.length) return undefined;
    const served = this.#served.get(name)!.filter((each) => this.#around(each) === part);
    return drawn[served.indexOf(element)] ?? drawn[0];
  }

  /** The same element of the drawn page in whichever part, where there is no other in either page. */
  only(element: HTMLElement): HTMLElement | undefined {
    const name = called(element);
    const drawn = this.#drawn.get(name);
    return this.#served.get(name)?.length === 1 && drawn?.length === 1 ? drawn[0] : undefined;
  }

  /**
   * Where somebody goes on who is at an element of the served page that is nowhere in the drawn one: the same row of a list or, where
   * there is none, where its part begins.
   */
  near(element: Element): HTMLElement | undefined {
    if (element.matches('main')) return this.#main ?? undefined;
    const row = element.closest('tr, li');
    for (const beside of row?.querySelectorAll<HTMLElement>(TOLD) ?? []) {
      const drawn = this.same(beside)?.closest<HTMLElement>('tr, li, article');
      if (drawn?.checkVisibility()) return drawn;
    }
    const drawn = this.#around(element)?.drawn;
    return drawn?.querySelector<HTMLElement>(HEADINGS) ?? drawn;
  }

  /**
   * How far down in the window that line of the drawn page is which stands at its upper edge in the served one: as far down in the same
   * part. To be asked whenever a page has become higher or lower.
   */
  line(): () => number {
    const at = this.#parts.findLastIndex(({ served }) => top(served) <= 0);
    const [part, next] = [this.#parts[at], this.#parts[at + 1]];
    if (!part) return () => 0;
    const from = top(part.served);
    const share = next && top(next.served) > from ? -from / (top(next.served) - from) : 0;
    return () => {
      const { top: start, height } = part.whole.getBoundingClientRect();
      return start + share * height;
    };
  }
}
