/**
 * Figures are drawn one after another, each in a task of its own: the answers of the API often come together, and drawing
 * everything at once would keep a phone from reacting to its reader meanwhile.
 */
const waiting: (() => void)[] = [];
let running = false;

function next() {
  const draw = waiting.shift();
  running = draw !== undefined;
  if (!draw) return;
  setTimeout(next);
  draw();
}

/** Whether anything still waits for its turn. */
export const isDrawing = () => running;

/** Calls `draw` when it is its turn; what is returned takes it out of the queue. */
export function inTurn(draw: () => void): () => void {
  waiting.push(draw);
  if (!running) {
    running = true;
    setTimeout(next);
  }
  return () => {
    const at = waiting.indexOf(draw);
    if (at !== -1) waiting.splice(at, 1);
  };
}

/** What a reader does who is there. From then on what is out of sight is drawn, too: who opens a page to read its first screen waits for no other. */
const SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'scroll', 'keydown', 'focusin', 'blur'] as const;
/** In milliseconds. Who does nothing for so long may be a program that reads what stands in the page. */
const LATEST = 8000;
const outOfSight = new Set<() => void>();
let latest: ReturnType<typeof setTimeout> | undefined;
let isRead = false;

function read(sign?: Event) {
  // The router puts the focus at the top of a page that it begins with.
  if (sign?.type === 'focusin' && (sign.target as Partial<Element> | null)?.localName === 'body') return;
  // The window loses the focus to what searches the page, as to any other part of the browser.
  if (sign?.type === 'blur' && sign.target !== window) return;
  drawAll();
}

/** Draws what is out of sight, too, now and from now on: somebody is there. */
export function drawAll(): void {
  isRead = true;
  clearTimeout(latest);
  for (const sign of SIGNS) removeEventListener(sign, read, true);
  for (const draw of [...outOfSight]) draw();
}

/** Calls `draw` when the element is in sight or nearly, or somebody reads the page; what is returned stops waiting. */
export function whenNear(element: Element, draw: () => void): () => void {
  if (isRead) {
    draw();
    return () => undefined;
  }
  if (latest === undefined) {
    latest = setTimeout(() => read(), LATEST);
    for (const sign of SIGNS) addEventListener(sign, read, { capture: true, passive: true });
  }
  const now = () => {
    leave();
    draw();
  };
  const sight = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && now(), { rootMargin: '25% 0%' });
  const leave = () => {
    sight.disconnect();
    outOfSight.delete(now);
  };
  outOfSight.add(now);
  sight.observe(element);
  return leave;
}
