/** Address of a figure on its page, in the same view. */
export function figureAddress(url: URL, id: string): string {
  const address = new URL(url);
  address.hash = id;
  // Commas separate values here and need no escape.
  return address.href.replaceAll('%2C', ',');
}
