import { describe, expect, it } from 'vitest';
import type { SecretariatsData } from './data';
import { rowsOf } from './rows';

const secretariat = (state_id: string, facts: object = {}) => ({
  state_id,
  seats_civil_society: null,
  seats_government: null,
  seats_oversight_body: null,
  seats_autonomous_body: null,
  installed_on: null,
  installed_on_precision: null,
  ...facts,
});
const data = {
  states: [{ id: 'MX-MEX', name_es: 'Estado de México', name_en: 'State of Mexico' }],
  secretariats: [secretariat('MX-MEX', { seats_civil_society: 3, seats_government: 1 }), secretariat('MX-XXX')],
} as unknown as SecretariatsData;

describe('the secretariats', () => {
  it('bear the name of their state in the reader’s language, or its code where the state is not known', () => {
    expect(rowsOf(data, 'en').map(({ id, name }) => [id, name])).toEqual([
      ['MX-MEX', 'State of Mexico'],
      ['MX-XXX', 'MX-XXX'],
    ]);
    expect(rowsOf(data, 'es')[0]?.name).toBe('Estado de México');
  });

  it('have the share of civil society in their seats, or none where no source gives seats', () => {
    expect(rowsOf(data, 'en').map(({ seats, share }) => [seats?.total ?? null, share])).toEqual([
      [4, 0.75],
      [null, null],
    ]);
  });
});
