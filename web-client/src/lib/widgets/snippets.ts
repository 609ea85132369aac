import { FIRST_LANGUAGE } from '$lib/i18n/language';
import { pageOf, RECORD_KINDS, widgetPath, type Asked, type Kind } from './widget';

/** What is pasted elsewhere, in one place: what stands here stands in other sites for years. Golden files keep each. */
export interface Snippets {
  /** The page, which every host takes. */
  link: string;
  /** A badge of one fact; undefined where there is none of it. */
  badge: string | undefined;
  /** The picture of it, which leads to the page. */
  picture: string;
  /** An address for editors that ask for its widget themselves (oEmbed): WordPress and others. */
  address: string;
  /** A frame, which needs no script. */
  iframe: string;
  /** An element whose frame is as high as its content; what stands in it is read where scripts are blocked. */
  element: string;
}

interface Where {
  /** Where the dashboard is, without a slash at the end. */
  site: string;
  /** Where the service is; the same, unless the dashboard lies elsewhere. */
  service: string;
  /** What those hear who cannot see it, and read who see only a link. */
  title: string;
  /** Of the widget. */
  language: string;
  /** Of the widget as it is now, in pixels. */
  height: number;
  /** The page with all of it, from the root of the dashboard. */
  page?: string;
}

const BADGES: Partial<Record<Kind, string>> = { ...RECORD_KINDS, measure: 'measures', map: 'measures' };

/** What the parameters of a look change is nothing on a picture. */
const LOOKS = ['theme', 'accent', 'heading', 'density', 'limit'];

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function snippets(asked: Asked, { site, service, title, language, height, page: shown = pageOf(asked) }: Where): Snippets {
  const widget = service + widgetPath({ ...asked, params: { lang: language, ...asked.params } });
  const page = site + ofDay(shown, asked.params.as_of, language);
  const facts = new URLSearchParams(Object.entries(asked.params).filter(([name]) => !LOOKS.includes(name)));
  const picture = `${service}/pictures/${language}${widgetPath({ ...asked, params: {} })}.png${facts.size > 0 ? `?${plain(facts)}` : ''}`;
  // Only that of a figure takes its filters: another would say another number than the widget.
  const said = Object.entries(asked.params).filter(([name]) => ![...LOOKS, 'by'].includes(name));
  const isSaid = asked.kind === 'measure' || said.every(([name]) => name === 'as_of');
  const badges = isSaid ? BADGES[asked.kind] : undefined;
  const badge = new URLSearchParams([['lang', language], ...said]);
  const text = escaped(title);
  const link = `<a href="${escaped(page)}">${text}</a>`;
  const attributes = Object.entries({ kind: asked.kind, ...(asked.ref !== '' && { ref: asked.ref }), lang: language, ...asked.params })
    .map(([name, value]) => `${name.replaceAll('_', '-')}="${escaped(value)}"`)
    .join(' ');
  return {
    link,
    badge:
      badges &&
      `<a href="${escaped(page)}"><img src="${escaped(`${service}/badges/${badges}/${encodeURIComponent(asked.ref)}.svg?${plain(badge)}`)}" alt="${text}" height="20" /></a>`,
    picture: `<a href="${escaped(page)}"><img src="${escaped(picture)}" alt="${text}" width="600" height="315" /></a>`,
    address: widget,
    iframe:
      `<iframe src="${escaped(widget)}" title="${text}" width="100%" height="${Math.ceil(height)}" loading="lazy" ` +
      'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer" ' +
      `style="border:0;max-width:100%"></iframe>\n<p>${link}</p>`,
    element:
      `<script src="${escaped(service)}/widgets/v1.js" defer></script>\n` +
      `<opengov-widget ${attributes} title="${text}">${link}</opengov-widget>`,
  };
}

const plain = (search: URLSearchParams) => search.toString().replaceAll('%2C', ',');

/** The page of the day that the widget is of, in its language. */
function ofDay(page: string, day: string | undefined, language: string): string {
  const [path = '', hash] = page.split('#');
  const kept = [...(day === undefined ? [] : [`as_of=${day}`]), ...(language === FIRST_LANGUAGE ? [] : [`lang=${language}`])].join('&');
  return `${path}${kept && (path.includes('?') ? '&' : '?')}${kept}${hash === undefined ? '' : `#${hash}`}`;
}
