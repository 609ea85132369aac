import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inTurn } from './turn';

describe('figures', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are drawn in the order in which they were ready, one in each task', () => {
    const drawn: number[] = [];
    for (const figure of [1, 2, 3]) inTurn(() => drawn.push(figure));
    expect(drawn).toEqual([]);
    vi.advanceTimersToNextTimer();
    expect(drawn).toEqual([1]);
    vi.runAllTimers();
    expect(drawn).toEqual([1, 2, 3]);
  });

  it('are not drawn once they are gone, and do not hold up the others', () => {
    const drawn: number[] = [];
    const leave = inTurn(() => drawn.push(1));
    inTurn(() => drawn.push(2));
    leave();
    vi.runAllTimers();
    inTurn(() => drawn.push(3));
    vi.runAllTimers();
    expect(drawn).toEqual([2, 3]);
  });
});

describe('what is out of sight', () => {
  /** The places that are watched, each with what is to be called when it is near. */
  let watched: Map<Element, (near: boolean) => void>;
  const place = () => new EventTarget() as Element;
  let window: EventTarget;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.resetModules();
    watched = new Map();
    window = new EventTarget();
    vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
    vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window));
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        private readonly called: (seen: { isIntersecting: boolean }[]) => void;
        private element: Element | undefined;
        constructor(called: (seen: { isIntersecting: boolean }[]) => void) {
          this.called = called;
        }
        observe(element: Element) {
          this.element = element;
          watched.set(element, (isIntersecting) => this.called([{ isIntersecting }]));
        }
        disconnect() {
          if (this.element) watched.delete(this.element);
        }
      },
    );
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('is drawn once it is near, and nobody watches it any more', async () => {
    const { whenNear } = await import('./turn');
    const drawn: string[] = [];
    const [above, below] = [place(), place()];
    whenNear(above, () => drawn.push('above'));
    whenNear(below, () => drawn.push('below'));
    watched.get(above)?.(false);
    expect(drawn).toEqual([]);
    watched.get(below)?.(true);
    expect(drawn).toEqual(['below']);
    expect([...watched.keys()]).toEqual([above]);
  });

  it.each(['pointermove', 'scroll', 'keydown', 'focusin'])('is drawn once, and all of it, when a reader is there (%s)', async (sign) => {
    const { whenNear } = await import('./turn');
    const drawn: number[] = [];
    whenNear(place(), () => drawn.push(1));
    whenNear(place(), () => drawn.push(2));
    window.dispatchEvent(new Event(sign));
    window.dispatchEvent(new Event(sign));
    vi.runAllTimers();
    expect(drawn).toEqual([1, 2]);
    // What comes later is read by somebody.
    whenNear(place(), () => drawn.push(3));
    expect(drawn).toEqual([1, 2, 3]);
  });

  it('is not drawn for the focus that the router puts at the top of the page, and is for a key that is pressed there', async () => {
    const { whenNear } = await import('./turn');
    const drawn: number[] = [];
    whenNear(place(), () => drawn.push(1));
    Object.assign(window, { localName: 'body' });
    window.dispatchEvent(new Event('focusin'));
    expect(drawn).toEqual([]);
    window.dispatchEvent(new Event('keydown'));
    expect(drawn).toEqual([1]);
  });

  it('is drawn after a while for whoever only looks, and not where it has gone', async () => {
    const { whenNear } = await import('./turn');
    const drawn: number[] = [];
    const leave = whenNear(place(), () => drawn.push(1));
    whenNear(place(), () => drawn.push(2));
    leave();
    vi.advanceTimersByTime(7999);
    expect(drawn).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(drawn).toEqual([2]);
    expect(watched.size).toBe(0);
  });
});
