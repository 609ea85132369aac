import { describe, expect, it } from 'vitest';
import en from '$lib/i18n/en/common';
import es from '$lib/i18n/es/common';
import { besideTitle } from './titles';

const titled = (id: string, title: string, number: number | null) => ({ id, title_es: title, title_en: `${title} (en)`, number });

describe('What stands behind a title in a list', () => {
  const [first, third, other] = [titled('C01', 'Ruta', 1), titled('C03', 'Ruta', 3), titled('C05', 'Otra', 5)];

  it('is its number where another has the same title', () => {
    expect(besideTitle(first, [first, third, other], es.commitment, 'es')).toBe(' (n.º 1)');
    expect(besideTitle(third, [first, third, other], en.commitment, 'en')).toBe(' (no. 3)');
    expect(besideTitle(other, [first, third, other], es.commitment, 'es')).toBe('');
  });

  it('is its id where numbers do not tell them apart', () => {
    const again = titled('C07', 'Ruta', 1);
    expect(besideTitle(first, [first, again], es.commitment, 'es')).toBe(' (C01)');
    expect(besideTitle(first, [first, titled('C09', 'Ruta', null)], es.commitment, 'es')).toBe(' (C01)');
    const { number: _, ...found } = first;
    expect(besideTitle(found, [found, third], es.commitment, 'es')).toBe(' (C01)');
  });

  it('says that its source cut it', () => {
    const cut = { id: 'C7', title_es: 'Rescate de […]', title_en: 'Recovery of […]', number: null };
    expect(besideTitle(cut, [cut], es.commitment, 'es')).toBe(` (${es.commitment.cut})`);
    expect(besideTitle(cut, [cut], en.commitment, 'en')).toBe(` (${en.commitment.cut})`);
  });

  it('is nothing where there is no title, which its id has already', () => {
    const none = { id: 'C7', title_es: null, title_en: null, number: 7 };
    expect(besideTitle(none, [none, { ...none, id: 'C8' }], es.commitment, 'es')).toBe('');
  });
});
