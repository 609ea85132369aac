import { describe, expect, it } from 'vitest';
import { figureAddress, isEmbed, onlyFigure, pagePath } from './embed';

const url = (address: string) => new URL(address, 'https://example.org');

describe('an embedded figure', () => {
  it('leads back to where it stands on its page', () => {
    for (const [embedded, page] of [
      ['/embed?figure=states', '/'],
      ['/embed/metrics?edition=2019&figure=states', '/metrics?edition=2019'],
      ['/embed/states/MX-DUR?lang=en&figure=states', '/states/MX-DUR?lang=en'],
    ] as const) {
      expect(figureAddress(url(embedded), 'states')).toBe(figureAddress(url(page), 'states'));
    }
  });

  it('is alone only at such an address', () => {
    expect(onlyFigure(url('/embed/metrics?figure=states'))).toBe('states');
    expect(onlyFigure(url('/metrics?figure=states'))).toBeUndefined();
    expect(isEmbed('/embedded')).toBe(false);
    expect(pagePath('/embed')).toBe('/');
    expect(pagePath('/metrics')).toBe('/metrics');
  });
});
