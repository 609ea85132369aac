import { formatFor } from '$lib/format/format';
import type { Words } from '../words';

const f = formatFor('en');

/** A text that stands in quotation marks, with other ones within. */
export const quoted = (text: string) => text.replace(/“/g, '‘').replace(/”/g, '’');

/** What a page is called that its address narrows. */
export default {
  about: (title, themes) => `${title} about ${themes}`,
  quoted: (text) => `“${text}”`,
  valued: (name, value) => (name.endsWith('?') ? `${name} ${value}` : `${name}: ${value}`),
  except: (value) => `except ${value}`,
  more: (count) => `${f.integer(count)} more`,
} satisfies Words['narrowed'];
