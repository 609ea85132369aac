import { partIn } from './place';

/** What can be told by itself in a page: where it leads, what it is called, by which name it is cited. */
const TOLD = 'a[href], summary, button, h1, h2, h3';

/** What an element of one page and the same of another have in common. */
function called(element: Element): string {
  if (element instanceof HTMLAnchorElement) return element.pathname + element.search + element.hash;
  return `${/^h\d$/.test(element.localName) ? 'heading' : element.localName} ${(element.textContent ?? '').trim().replace(/\s+/g, ' ')}`;
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

/** An element of the served page beside the one of the drawn page that is the same. */
export interface Alike {
  served: HTMLElement;
  drawn: HTMLElement;
  /** Whether there is no other in either page. */
  isOnly: boolean;
}

/** All that can be found in both pages, in the order of the served one. */
export function alikeIn(served: Element, drawn: Element): Alike[] {
  const found = toldIn(drawn);
  const pairs: Alike[] = [...toldIn(served)].flatMap(([name, each]) => {
    const same = found.get(name) ?? [];
    const isOnly = each.length === 1 && same.length === 1;
    return each.flatMap((element, place) => (same[place] ? [{ served: element, drawn: same[place], isOnly }] : []));
  });
  for (const part of served.querySelectorAll<HTMLElement>('main [id]')) {
    const same = partIn(drawn, part.id);
    if (same) pairs.push({ served: part, drawn: same, isOnly: true });
  }
  return pairs.sort((a, b) => (a.served.compareDocumentPosition(b.served) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
}

/** The longest part of a list in which each is further down than the one before. */
export function descending<T>(all: readonly T[], down: (each: T) => number): T[] {
  const best: { each: T; at: number; length: number; before: number }[] = [];
  let last = -1;
  for (const each of all) {
    const at = down(each);
    let before = -1;
    best.forEach((other, place) => {
      if (other.at <= at && (before === -1 || other.length > best[before]!.length)) before = place;
    });
    best.push({ each, at, length: before === -1 ? 1 : best[before]!.length + 1, before });
    if (last === -1 || best.at(-1)!.length > best[last]!.length) last = best.length - 1;
  }
  const chain: T[] = [];
  for (let place = last; place !== -1; place = best[place]!.before) chain.unshift(best[place]!.each);
  return chain;
}
