import { describe, expect, it } from 'vitest';
import { parseCsv } from './csv';
import { code, EXAMPLES, LANGUAGES, runnable, shown } from './examples';

describe('parseCsv', () => {
  it('reads quotes, commas, line breaks and empty cells', () => {
    expect(parseCsv('id,title,url\r\nS0,"A ""b"", c\nd",\r\nS1,x,http://a\r\n')).toEqual([
      { id: 'S0', title: 'A "b", c\nd', url: null },
      { id: 'S1', title: 'x', url: 'http://a' },
    ]);
  });
  it('reads a last line without an end and a byte-order mark', () => {
    expect(parseCsv('\uFEFFid\nS0')).toEqual([{ id: 'S0' }]);
  });
});

describe('examples', () => {
  it('are all runnable, and other origins are not', () => {
    for (const { path } of EXAMPLES) expect(runnable(path)).toBe(true);
    for (const path of ['//other.example/api/v1/', 'https://other.example/', '/swagger']) expect(runnable(path)).toBe(false);
  });
  it('can be had in every language', () => {
    for (const language of LANGUAGES) expect(code(language, 'https://x.example/api/v1/states/10')).toContain('https://x.example/api/v1/states/10');
    expect(code('python', 'https://x.example/api/v1/states.csv')).toContain('read_csv');
    expect(code('javascript', 'https://x.example/api/v1/states.csv?limit=1')).toContain('response.text()');
  });
  it('shows JSON indented and says how much is left out', () => {
    expect(shown('{"a":1}', 'application/problem+json')).toEqual({ text: '{\n  "a": 1\n}', more: 0 });
    expect(shown('1\n2\n3\n', 'text/csv', 2)).toEqual({ text: '1\n2', more: 1 });
  });
});
