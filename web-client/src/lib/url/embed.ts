/**
 * A figure on someone else's page: `/embed/<address of its page>?figure=<id>` is that page with nothing but the figure,
 * in the same view. The server lets only these addresses be framed.
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

export function embedAddress(url: URL, id: string, base = ''): string {
  const address = new URL(url);
  address.pathname = (base + EMBED + pagePath(url.pathname, base).slice(base.length)).replace(/\/$/, '');
  address.searchParams.delete(FIGURE);
  address.searchParams.set(FIGURE, id);
  address.hash = '';
  return plain(address);
}

/** Commas separate values here and need no escape. */
function plain(address: URL): string {
  return address.href.replaceAll('%2C', ',');
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** HTML to paste: it needs no script, and no style sheet of the host can break it. */
export function iframe(address: string, title: string, height: number): string {
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="${Math.ceil(height)}" style="border:0" loading="lazy"></iframe>`;
}
