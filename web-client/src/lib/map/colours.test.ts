import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { some } from '../../../tools/some';
import { rampSteps, type Fill } from './choropleth';
import { TEXTURES } from './textures';

const css = readFileSync(new URL('../../tokens.css', import.meta.url), 'utf8');

type Rgb = [number, number, number];

/** A custom property of tokens.css in one of the two themes, as linear light. */
function colour(name: string, theme: 'light' | 'dark'): Rgb {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
  const hex = (theme === 'light' ? found?.[1] : found?.[2]) ?? '';
  return [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
}

/** What someone without one kind of cone sees, at full strength: Machado, Oliveira and Fernandes (2009), table 1. */
const SIGHT: Record<string, [Rgb, Rgb, Rgb]> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const seen = (rgb: Rgb, sight: string) =>
  SIGHT[sight]?.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, weight, i) => sum + weight * (rgb[i] ?? 0), 0),
      ),
    ),
  ) as Rgb;
const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
/** CIE L*, 0 to 100: steps of it look equal. */
const lightness = (rgb: Rgb) => {
  const y = luminance(rgb);
  return y > 216 / 24389 ? 116 * Math.cbrt(y) - 16 : (24389 / 27) * y;
};
const contrast = (a: Rgb, b: Rgb) => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

describe.each(['light', 'dark'] as const)('the colours of the map in the %s theme', (theme) => {
  it.each(some(Object.keys(SIGHT)))('run evenly from little to much with %s sight', (sight) => {
    const steps = [1, 2, 3, 4, 5].map((step) => lightness(seen(colour(`ramp-${step}`, theme), sight)));
    const gaps = steps.slice(1).map((step, i) => (theme === 'light' ? -1 : 1) * (step - (steps[i] ?? 0)));
    for (const gap of some(gaps)) expect(gap).toBeGreaterThan(9);
  });

  it('can be told from "zero" by lightness where both can be neighbours', () => {
    const zero = lightness(colour('zero', theme));
    for (const step of [2, 3, 4, 5]) expect(Math.abs(zero - lightness(colour(`ramp-${step}`, theme)))).toBeGreaterThan(12);
  });

  it('carry letters that can be read', () => {
    for (const step of [1, 2, 3, 4, 5])
      expect(contrast(colour(`ramp-${step}`, theme), colour(`on-ramp-${step}`, theme))).toBeGreaterThanOrEqual(4.5);
  });

  const surface = (fill: Fill) => colour(fill === 'no_data' ? 'hatch-ground' : typeof fill === 'number' ? `ramp-${fill}` : fill, theme);

  it('are told from their neighbours by 3:1, or by a texture that stands out from its ground', () => {
    const orders: Fill[][] = [2, 3, 4, 5].map((count) => ['zero', ...rampSteps(count)]);
    for (const order of some(orders))
      for (const [at, fill] of some([...order.slice(1).entries()])) {
        const before = order[at] ?? 'zero';
        if (contrast(surface(before), surface(fill)) >= 3) continue;
        expect(TEXTURES[before] ?? 'plain', `${before} beside ${fill}`).not.toBe(TEXTURES[fill] ?? 'plain');
      }
    for (const step of some(Object.keys(TEXTURES)))
      expect(contrast(colour(`texture-${step}`, theme), colour(`ramp-${step}`, theme)), step).toBeGreaterThanOrEqual(3);
  });

  it('leave the ring of the focus visible, 3:1 on every fill and in itself', () => {
    const [ink, paper] = [colour('ink', theme), colour('paper', theme)];
    expect(contrast(ink, paper)).toBeGreaterThanOrEqual(3);
    const fills: Fill[] = [1, 2, 3, 4, 5, 'zero', 'no_data'];
    for (const fill of some(fills))
      expect(Math.max(contrast(ink, surface(fill)), contrast(paper, surface(fill))), String(fill)).toBeGreaterThanOrEqual(3);
  });

  it('leave the outline of zero and of no data visible on the paper', () => {
    expect(contrast(colour('rule-strong', theme), colour('paper', theme))).toBeGreaterThanOrEqual(3);
  });
});

describe.each(['light', 'dark'] as const)('the colours of a status in the %s theme', (theme) => {
  it('stand out from the paper', () => {
    for (const status of ['not-started', 'in-progress', 'completed', 'verified'])
      expect(contrast(colour(`status-${status}`, theme), colour('paper', theme))).toBeGreaterThanOrEqual(3);
  });
});
