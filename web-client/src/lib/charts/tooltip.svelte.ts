/**
 * What a chart's tooltip shows. It follows the pointer's target or the focus, stays while the pointer is
 * on the tooltip itself, and Escape dismisses it (WCAG 1.4.13).
 */
export class TooltipState<T> {
  current = $state.raw<{ item: T; target: Element }>();
  #leaving: ReturnType<typeof setTimeout> | undefined;

  enter(item: T, target: Element) {
    this.stay();
    this.current = { item, target };
  }

  stay() {
    clearTimeout(this.#leaving);
  }

  /** A moment's delay lets the pointer travel from the mark to the tooltip. */
  leave() {
    this.stay();
    this.#leaving = setTimeout(() => this.dismiss(), 150);
  }

  dismiss() {
    this.stay();
    this.current = undefined;
  }
}
