import { formatFor } from '$lib/format/format';

const f = formatFor('es');

/** A text that stands in quotation marks, with other ones within. */
export const quoted = (text: string) => text.replace(/“/g, '‘').replace(/”/g, '’').replace(/«/g, '“').replace(/»/g, '”');

/** What a page is called that its address narrows. */
export default {
  about: (title: string, themes: string) => `${title} sobre ${themes}`,
  quoted: (text: string) => `«${text}»`,
  valued: (name: string, value: string) => (name.endsWith('?') ? `${name} ${value}` : `${name}: ${value}`),
  except: (value: string) => `salvo ${value}`,
  more: (count: number) => `${f.integer(count)} más`,
};
