import { expect, test } from 'vitest';
import { sharePicture } from './share';

test('the picture of a page is at its address behind its language', () => {
  expect(sharePicture('/', 'es')).toBe('/pictures/es/home.png');
  expect(sharePicture('', 'en')).toBe('/pictures/en/home.png');
  expect(sharePicture('/commitments/MX-NAP4-C10', 'en')).toBe('/pictures/en/commitments/MX-NAP4-C10.png');
});
