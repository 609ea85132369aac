/** Where a list goes on, from the address of its next page; null where it does not. */
export function cursorOf(next: string | null | undefined): string | null {
  return next ? new URL(next).searchParams.get('cursor') : null;
}
