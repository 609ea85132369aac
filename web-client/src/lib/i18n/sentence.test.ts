import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { some } from '../../../tools/some';
import { english, midSentence, spanish } from './sentence';

const file = readFileSync(new URL('../../../../datasets/mexico/states.csv', import.meta.url), 'utf8');
const states = file
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([id = '', , es = '', en = '']) => ({ id, es, en }));

describe('a state within a sentence', () => {
  it('has an article where its name has one, and no other of the 32 has', () => {
    expect(states).toHaveLength(32);
    for (const { id, es, en } of some(states)) {
      const [article, of, to] = { 'MX-MEX': ['el ', 'del ', 'al '], 'MX-CMX': ['la ', 'de la ', 'a la '] }[id] ?? ['', 'de ', 'a '];
      expect([spanish.el(es), spanish.de(es), spanish.a(es), spanish.en(es)]).toEqual([
        `${article}${es}`,
        `${of}${es}`,
        `${to}${es}`,
        `en ${article}${es}`,
      ]);
      expect(spanish.El(es).toLowerCase()).toBe(spanish.el(es).toLowerCase());
      expect(spanish.El(es)).toMatch(/^\p{Lu}/u);
      expect(english.the(en)).toBe(id === 'MX-MEX' ? 'the State of Mexico' : en);
    }
  });
});

describe('a label within a sentence', () => {
  it('begins small, and keeps acronyms and names', () => {
    expect(
      some(['Nivel de cumplimiento', 'INAI', 'SNT y OGP', 'IRM review', 'ODS 6', 'Órgano garante', 'e-Gob', 'Informe de OGP Local']).map(
        (text) => midSentence(text, 'es'),
      ),
    ).toEqual(['nivel de cumplimiento', 'INAI', 'SNT y OGP', 'IRM review', 'ODS 6', 'órgano garante', 'e-Gob', 'informe de OGP Local']);
  });

  it('is made so in one place', () => {
    const files = import.meta.glob('/src/{lib,routes}/**/*.{ts,svelte}', { query: '?raw', import: 'default', eager: true });
    const own = ['/src/lib/i18n/sentence.ts', '/src/lib/api/schema.d.ts'];
    const lowering = Object.entries(files).flatMap(([name, text]) =>
      !own.includes(name) && !name.endsWith('.test.ts') && /toLocaleLowerCase|charAt\(0\)\.to(Locale)?Lower/.test(String(text))
        ? [name]
        : [],
    );
    expect(lowering).toEqual([]);
  });
});
