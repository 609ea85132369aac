import { expect, test } from 'vitest';

import { fileKind, fileSize } from './files';

test.each([
  [1, 1, 'KB'],
  [1_499, 1, 'KB'],
  [1_500, 2, 'KB'],
  [999_999, 1000, 'KB'],
  [1_000_000, 1, 'MB'],
  [1_249_999, 1.2, 'MB'],
  [1_250_000, 1.3, 'MB'],
  [20_971_520, 21, 'MB'],
])('%i bytes are %d %s', (bytes, number, unit) => {
  expect(fileSize(bytes)).toEqual({ number, unit });
});

test('the kind of a file is the end of its name', () => {
  expect(fileKind('Acta de entrega.v2.pdf')).toBe('PDF');
});
