import { expect, test } from 'vitest';
import { spoken } from './publisher';

test('the Spanish names of those who publish are marked where the reader reads another language, the longest first', () => {
  const names = ['Gobierno de México', 'Secretaría de Gobierno de México', 'Open Government Partnership', null];
  const sentence = 'Data of Secretaría de Gobierno de México (official), Gobierno de México and Open Government Partnership.';
  expect(spoken(sentence, names, 'en')).toEqual([
    { text: 'Data of ' },
    { text: 'Secretaría de Gobierno de México', lang: 'es' },
    { text: ' (official), ' },
    { text: 'Gobierno de México', lang: 'es' },
    { text: ' and Open Government Partnership.' },
  ]);
  expect(spoken(sentence, names, 'es')).toEqual([{ text: sentence }]);
});

test('a name without a word or letter of Spanish is taken for one of any language', () => {
  expect(spoken('Data of INAI and Fundar.', ['INAI', 'Fundar'], 'en')).toEqual([{ text: 'Data of INAI and Fundar.' }]);
  expect(spoken('Red por la Rendición', ['Red por la Rendición'], 'en')).toEqual([{ text: 'Red por la Rendición', lang: 'es' }]);
});
