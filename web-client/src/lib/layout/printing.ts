let opened: HTMLDetailsElement[] = [];

/** Paper cannot be opened: what is folded on a page is printed unfolded. */
export function unfold(): void {
  opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')].filter(
    (details) => details.closest('.no-print') === null,
  );
  for (const details of opened) details.open = true;
}

export function foldAgain(): void {
  for (const details of opened) details.open = false;
  opened = [];
}
