import { describe, expect, it } from 'vitest';
import { en } from '$lib/i18n/en/common';
import { es } from '$lib/i18n/es/common';
import { localized } from './localized';

type Leaf = [path: string, value: string | ((...args: never[]) => string)];

function leaves(node: object, path = ''): Leaf[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]): Leaf[] => {
    const here = `${path}${key}`;
    if (typeof value === 'string' || typeof value === 'function') return [[here, value as Leaf[1]]];
    return leaves(value as object, `${here}.`);
  });
}

describe('messages', () => {
  const spanish = leaves(es);
  const english = new Map(leaves(en));

  it('are the same in both languages, with the same arguments', () => {
    expect([...english.keys()].sort()).toEqual(spanish.map(([path]) => path).sort());
    for (const [path, value] of spanish) {
      const other = english.get(path);
      expect(typeof other, path).toBe(typeof value);
      if (typeof value === 'function' && typeof other === 'function') expect(other.length, path).toBe(value.length);
    }
  });

  it('are never empty', () => {
    for (const [path, value] of [...spanish, ...english]) if (typeof value === 'string') expect(value.trim(), path).not.toBe('');
  });

  it('agree with the number they speak of', () => {
    expect(es.answer.status(1, 91, 90)).toBe(
      '1 de 91 compromisos documentados figura como terminado; de 90 ninguna fuente dice en qué estado están.',
    );
    expect(en.answer.participates(30, 32, 'Puebla and Tamaulipas')).toBe('30 of the 32 states take part; not Puebla and Tamaulipas.');
    expect(es.answer.stage(1, 14, 2)).toContain('1 estado tiene');
  });
});

describe('a text in two languages', () => {
  const record = { title_es: 'Agua Limpia', title_en: null };

  it('says which language it is really in', () => {
    expect(localized(record, 'title', 'es')).toEqual({ text: 'Agua Limpia', language: 'es' });
    expect(localized(record, 'title', 'en')).toEqual({ text: 'Agua Limpia', language: 'es' });
  });

  it('is null when neither is known', () => {
    expect(localized({ title_es: null, title_en: null }, 'title', 'en')).toBeNull();
  });
});
