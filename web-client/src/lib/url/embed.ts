/**
 * A figure on someone else's page, as it was pasted before there were widgets: `/embed/<address of its page>?figure=<id>` is that
 * page with nothing but the figure, in the same view. Nothing makes these addresses any more; what was pasted stays.
 */
const EMBED = '/embed';
export const FIGURE = 'figure';

export function isEmbed(pathname: string, base = ''): boolean {
  return pathname === base + EMBED || pathname.startsWith(`${base}${EMBED}/`);
}

/** The page that an embed address shows; of any other address, the address itself. */
export function pagePath(pathname: string, base = ''): string {
  return isEmbed(pathname, base) ? base + (pathname.slice(base.length + EMBED.length) || '/') : pathname;
}

/** Which figure is alone on the page; undefined on a whole page. */
export function onlyFigure(url: URL, base = ''): string | undefined {
  return isEmbed(url.pathname, base) ? (url.searchParams.get(FIGURE) ?? '') : undefined;
}

/** Address of a figure on its page, whether it is now seen there or embedded. */
export function figureAddress(url: URL, id: string, base = ''): string {
  const address = new URL(url);
  address.pathname = pagePath(url.pathname, base);
  address.searchParams.delete(FIGURE);
  address.hash = id;
  return plain(address);
}

/** Commas separate values here and need no escape. */
function plain(address: URL): string {
  return address.href.replaceAll('%2C', ',');
}
