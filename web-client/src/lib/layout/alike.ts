/** What can be told by itself in a page: where it leads, what it is called. */
const TOLD = 'a[href], summary, button, h1, h2, h3';

/** What an element of one page and the same of another have in common. */
function called(element: Element): string {
  if (element instanceof HTMLAnchorElement) return element.pathname + element.search + element.hash;
  return `${/^h\d$/.test(element.localName) ? 'heading' : element.localName} ${(element.textContent ?? '').trim().replace(/\s+/g, ' ')}`;
}

/** The elements of a page that can be told, in their order, with what each is called and how many of that name come before it. */
function toldIn(page: Element): { element: HTMLElement; name: string }[] {
  const counts = new Map<string, number>();
  return [...page.querySelectorAll<HTMLElement>(TOLD)].map((element) => {
    const name = called(element);
    const before = counts.get(name) ?? 0;
    counts.set(name, before + 1);
    return { element, name: `${before} ${name}` };
  });
}

/** Elements of the served page beside those that are the same in the drawn one. */
export interface Alike {
  served: HTMLElement;
  drawn: HTMLElement;
}

/** All that can be found in both pages, in the order of the served one. */
export function alikeIn(served: Element, drawn: Element): Alike[] {
  const found = new Map(toldIn(drawn).map(({ element, name }) => [name, element]));
  return toldIn(served).flatMap(({ element, name }) => {
    const same = found.get(name);
    return same ? [{ served: element, drawn: same }] : [];
  });
}
