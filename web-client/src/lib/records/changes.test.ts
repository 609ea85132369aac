import { describe, expect, it } from 'vitest';
import en from '$lib/i18n/en/changes';
import es from '$lib/i18n/es/changes';
import { differences, nameOf, pageOf, reasonOf } from './changes';

describe('a change', () => {
  it('leads to the page of its record where there is one', () => {
    expect(pageOf({ record_type: 'commitments', record_id: 'MX-NAP4-C1' })).toBe('/commitments/MX-NAP4-C1');
    expect(pageOf({ record_type: 'terms', record_id: 'sdg.1' })).toBeNull();
  });
  it('says why in the reader’s language where the history says it in two, else as it was given', () => {
    const reason = 'Los datos que vienen con el producto · The data that comes with the product';
    expect(reasonOf({ reason }, es.shipped)).toBe('Los datos que vienen con el producto');
    expect(reasonOf({ reason }, en.shipped)).toBe('The data that comes with the product');
    expect(reasonOf({ reason: 'Oficio 12 · corrección' }, en.shipped)).toBe('Oficio 12 · corrección');
    expect(reasonOf({ reason: null }, en.shipped)).toBeNull();
  });
  it('is named in the reader’s language, then in the other', () => {
    expect(nameOf({ record_id: 'x', before: null, after: { title_es: 'Uno', title_en: 'One' } }, 'en')).toBe('One');
    expect(nameOf({ record_id: 'x', before: { name_es: 'Uno', name_en: null }, after: null }, 'en')).toBe('Uno');
    expect(nameOf({ record_id: 'x', before: null, after: {} }, 'en')).toBeNull();
  });
  it('shows only what changed in a correction, and all that is known of an addition', () => {
    expect(differences({ fields: ['status'], before: { status: null, title: 'a' }, after: { status: 'completed', title: 'a' } })).toEqual([
      { field: 'status', before: null, after: 'completed' },
    ]);
    expect(differences({ fields: [], before: null, after: { id: 'x', number: 0, url: null, sdgs: ['1', '2'] } })).toEqual([
      { field: 'number', before: null, after: '0' },
      { field: 'sdgs', before: null, after: '1, 2' },
    ]);
  });
});

describe('the page of a changed record', () => {
  it.each([
    ['states', 'MX-DUR', '/states/MX-DUR'],
    ['plans', 'MX-NAP4', '/plans/MX-NAP4'],
    ['practices', 'mapa', '/practices#mapa'],
    ['timeline', '2011-09-20', '/timeline#2011-09-20'],
    ['sources', 'inai', null],
  ] as const)('of %s is where a reader finds it', (record_type, record_id, page) => {
    expect(pageOf({ record_type, record_id })).toBe(page);
  });
});

describe('the name of a changed record', () => {
  const name = (after: Record<string, unknown>) => nameOf({ record_id: 'x', before: null, after }, 'en');

  it('is its title, its name or its label in the reader’s language', () => {
    expect(name({ title_en: 'Title', name_en: 'Name', label_en: 'Label' })).toBe('Title');
    expect(name({ name_en: 'Name', label_en: 'Label' })).toBe('Name');
    expect(name({ label_en: 'Label', name: 'Given' })).toBe('Label');
  });

  it('is what it is called in every language, or else in the other', () => {
    expect(name({ name: 'Given', title_es: 'Título' })).toBe('Given');
    expect(name({ title_es: 'Título', name_es: 'Nombre' })).toBe('Título');
    expect(name({ name_es: 'Nombre', title: 'Plain' })).toBe('Nombre');
    expect(name({ title: 'Plain' })).toBe('Plain');
  });

  it('is nothing that is empty or no text', () => {
    expect(name({ title_en: '', name_en: 7, title: 'Plain' })).toBe('Plain');
    expect(nameOf({ record_id: 'x', before: null, after: null }, 'en')).toBeNull();
  });
});

describe('the differences of a change', () => {
  const added = (after: Record<string, unknown>) => differences({ fields: [], before: null, after }).map(({ after }) => after);

  it('of a withdrawal are what was there', () => {
    expect(differences({ fields: [], before: { id: 'x', title: 'a' }, after: null })).toEqual([
      { field: 'title', before: 'a', after: null },
    ]);
  });

  it('show a value that was taken away', () => {
    expect(differences({ fields: ['status'], before: { status: 'completed' }, after: { status: null } })).toEqual([
      { field: 'status', before: 'completed', after: null },
    ]);
  });

  it('write lists, parts and numbers as text', () => {
    expect(added({ list: ['a', null, 'b'], part: { year: 2015 }, yes: false, number: 0.5 })).toEqual([
      'a, , b',
      '{"year":2015}',
      'false',
      '0.5',
    ]);
  });

  it('leave out what is empty', () => {
    expect(added({ text: '', list: [], nothing: null, missing: undefined })).toEqual([]);
  });
});
