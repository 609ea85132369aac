import { existsSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '$lib/i18n/language';
import { PICTURED, sharePicture } from './share';
import { some } from '../../../tools/some';

const file = (path: string) => new URL(`../../../static${path}`, import.meta.url);

describe('the picture of a shared link', () => {
  it('is there for each main page and language, 1200 by 630 and light', () => {
    for (const language of some(LANGUAGES)) {
      for (const path of ['/', ...PICTURED.map((name) => `/${name}`)]) {
        const picture = file(sharePicture(path, language));
        expect(existsSync(picture), picture.pathname).toBe(true);
        expect(statSync(picture).size).toBeLessThan(100_000);
        // Width and height stand in the header of a PNG.
        const bytes = readFileSync(picture);
        expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
      }
    }
  });

  it('is that of the part of the site that a page belongs to', () => {
    expect(sharePicture('/states/MX-DUR', 'en')).toBe('/share/states-en.png');
    expect(sharePicture('/unknown', 'es')).toBe('/share/home-es.png');
  });
});
