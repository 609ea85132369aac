import { cssFill, type Fill, isWithout } from './choropleth';

/**
 * What is drawn on each step of the ramp, in a square of eight pixels: dots, upright lines, crosses, level lines; the last
 * step is plain, as zero is, its opposite. Two steps that can be neighbours never have the same.
 */
export const TEXTURES: Readonly<Partial<Record<Fill, string>>> = {
  1: 'M2 2h1.6v1.6h-1.6zM6 6h1.6v1.6h-1.6z',
  2: 'M3.5 0h1.1v8h-1.1z',
  3: 'M3.5 1.5h1.1v2h2v1.1h-2v2h-1.1v-2h-2v-1.1h2z',
  4: 'M0 3.5h8v1.1h-8z',
};
export const TEXTURE_SIDE = 8;

/** The paint of a class, where `Textures` stands with this prefix. */
export function paint(prefix: string, fill: Fill): string {
  return isWithout(fill) || fill in TEXTURES ? `url(#${prefix}-${fill})` : cssFill(fill);
}
