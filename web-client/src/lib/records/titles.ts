/** What tells titles apart where several are listed, and says of one that its source cut it: the same rule everywhere. Pure. */
import { type Bilingual, textOf } from '$lib/i18n/localized';
import type { Language } from '$lib/i18n/language';
import type { Words } from '$lib/i18n/words';

type Titled = Bilingual<'title'> & { id: string; number?: number | null | undefined };

/** What a title ends with whose end its source cut (title_origin: cut). */
const CUT = ' […]';

/** What is said behind a title: its number, or its id where that tells nothing, if others in the list have the same; that it was cut. */
export function besideTitle(record: Titled, among: readonly Titled[], m: Words['common']['commitment'], language: Language): string {
  const title = textOf(record, 'title', language);
  const alike = title === '' ? [] : among.filter((one) => textOf(one, 'title', language) === title);
  const numbers = new Set(alike.map(({ number }) => number ?? null));
  const isNumbered = numbers.size === alike.length && !numbers.has(null);
  const said = [
    ...(alike.length > 1 ? [isNumbered && record.number != null ? m.numbered(record.number) : record.id] : []),
    ...(title.endsWith(CUT) ? [m.cut] : []),
  ];
  return said.length === 0 ? '' : ` (${said.join('; ')})`;
}
