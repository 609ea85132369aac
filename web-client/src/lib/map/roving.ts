/** A drawing is one stop of the keyboard; arrows go from place to place as they lie, Home and End to the first and the last. */
export type Places = Readonly<Record<string, readonly [x: number, y: number]>>;

const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The place that a key leads to; undefined where the key is none of these or nothing lies that way. */
export function placeAt(key: string, from: string, ids: readonly string[], places: Places): string | undefined {
  if (key === 'Home') return ids[0];
  if (key === 'End') return ids.at(-1);
  const direction = DIRECTIONS[key];
  const start = places[from];
  if (!direction || !start) return undefined;
  let best: { id: string; cost: number } | undefined;
  for (const id of ids) {
    const place = places[id];
    if (!place || id === from) continue;
    const [dx, dy] = [place[0] - start[0], place[1] - start[1]];
    const along = dx * direction[0] + dy * direction[1];
    const across = Math.abs(dx * direction[1] + dy * direction[0]);
    // What lies ahead, and rather straight ahead than near.
    if (along <= 0 || across > along * 3) continue;
    const cost = along + across * 2;
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best?.id;
}

type Link = HTMLElement | SVGElement;

/** For a drawing (`{@attach roving}`): its links are one stop of the keyboard, and keys lead from one to another as they are drawn. */
export function roving(drawing: Element): () => void {
  const links = () => [...drawing.querySelectorAll<Link>('a[href]')];
  let left: Element | null = null;

  function arrange() {
    const all = links();
    const stop = all.find((link) => link === left) ?? all[0];
    for (const link of all) link.setAttribute('tabindex', link === stop ? '0' : '-1');
  }
  function onfocusin({ target }: Event) {
    left = (target as Element).closest('a[href]');
    arrange();
  }
  function onkeydown(event: Event) {
    const { key, altKey, ctrlKey, metaKey } = event as KeyboardEvent;
    if (altKey || ctrlKey || metaKey) return;
    const all = links();
    const from = all.findIndex((link) => link === document.activeElement);
    if (from === -1) return;
    const to = placeAt(
      key,
      String(from),
      all.map((_, i) => String(i)),
      placed(all.map((link) => link.getBoundingClientRect())),
    );
    if (to === undefined) return;
    event.preventDefault();
    all[Number(to)]?.focus();
  }

  arrange();
  drawing.addEventListener('focusin', onfocusin);
  drawing.addEventListener('keydown', onkeydown);
  const watching = new MutationObserver(arrange);
  watching.observe(drawing, { childList: true, subtree: true });
  return () => {
    watching.disconnect();
    drawing.removeEventListener('focusin', onfocusin);
    drawing.removeEventListener('keydown', onkeydown);
  };
}

/** Where boxes lie, by their numbers. Of those that lie in one place each is a little below the one before, so that none is out of reach. */
export function placed(boxes: readonly Pick<DOMRect, 'x' | 'y' | 'width' | 'height'>[]): Places {
  return Object.fromEntries(boxes.map(({ x, y, width, height }, i) => [String(i), [x + width / 2, y + height / 2 + i / 1000] as const]));
}
