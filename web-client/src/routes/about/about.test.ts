import { describe, expect, it } from 'vitest';
import { parseCsv } from './csv';

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
