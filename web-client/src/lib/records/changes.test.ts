import { describe, expect, it } from 'vitest';
import { differences, nameOf, pageOf } from './changes';

describe('a change', () => {
  it('leads to the page of its record where there is one', () => {
    expect(pageOf({ record_type: 'commitments', record_id: 'MX-NAP4-C1' })).toBe('/commitments/MX-NAP4-C1');
    expect(pageOf({ record_type: 'terms', record_id: 'sdg.1' })).toBeNull();
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
