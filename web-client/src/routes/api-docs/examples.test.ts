import { describe, expect, it } from 'vitest';
import { code, EXAMPLES, LANGUAGES, runnable, shown, toldHeaders } from './examples';
import { some } from '../../../tools/some';

describe('examples', () => {
  it('are all runnable, and other origins are not', () => {
    for (const { path } of some(EXAMPLES)) expect(runnable(path)).toBe(true);
    for (const path of ['//other.example/api/v1/', 'https://other.example/', '/swagger']) expect(runnable(path)).toBe(false);
  });
  it('can be had in every language', () => {
    for (const language of some(LANGUAGES))
      expect(code(language, 'https://x.example/api/v1/states/10')).toContain('https://x.example/api/v1/states/10');
    expect(code('python', 'https://x.example/api/v1/states.csv')).toContain('read_csv');
    expect(code('r', 'https://x.example/api/v1/states.csv')).toContain('read.csv');
    expect(code('csharp', 'https://x.example/api/v1/states.csv')).toContain('GetStringAsync');
    expect(code('javascript', 'https://x.example/api/v1/states.csv?limit=1')).toContain('response.text()');
  });
  it('shows JSON indented and says how much is left out', () => {
    expect(shown('{"a":1}', 'application/problem+json')).toEqual({ text: '{\n  "a": 1\n}', more: 0 });
    expect(shown('1\n2\n3\n', 'text/csv', 2)).toEqual({ text: '1\n2', more: 1 });
  });
  it('tell the headers that matter, in their order, and none that did not come', () => {
    const headers = new Headers({ 'content-type': 'application/json', 'etag': '"1"', 'server': 'x', 'ratelimit': '"default";r=9;t=1' });
    expect(toldHeaders(headers)).toEqual([
      ['Content-Type', 'application/json'],
      ['ETag', '"1"'],
      ['RateLimit', '"default";r=9;t=1'],
    ]);
  });
});
