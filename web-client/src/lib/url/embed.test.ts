import { describe, expect, it } from 'vitest';
import { embedAddress, figureAddress, iframe, isEmbed, onlyFigure, pagePath } from './embed';

const url = (address: string) => new URL(address, 'https://example.org');

describe('an embedded figure', () => {
  it('has the address of its page, in the same view', () => {
    expect(embedAddress(url('/metrics?edition=2019&lang=en#states'), 'states')).toBe(
      'https://example.org/embed/metrics?edition=2019&lang=en&figure=states',
    );
    expect(embedAddress(url('/'), 'map')).toBe('https://example.org/embed?figure=map');
    expect(embedAddress(url('/base/states'), 'map', '/base')).toBe('https://example.org/base/embed/states?figure=map');
  });

  it('leads back to where it stands on its page', () => {
    for (const page of ['/', '/metrics?edition=2019', '/states/MX-DUR?lang=en']) {
      const embedded = url(embedAddress(url(page), 'states'));
      expect(figureAddress(embedded, 'states')).toBe(figureAddress(url(page), 'states'));
      expect(embedAddress(embedded, 'states')).toBe(embedded.href);
    }
  });

  it('is alone only at such an address', () => {
    expect(onlyFigure(url('/embed/metrics?figure=states'))).toBe('states');
    expect(onlyFigure(url('/metrics?figure=states'))).toBeUndefined();
    expect(isEmbed('/embedded')).toBe(false);
    expect(pagePath('/embed')).toBe('/');
    expect(pagePath('/metrics')).toBe('/metrics');
  });

  it('is pasted as HTML that no title can break', () => {
    expect(iframe('https://example.org/embed?figure=map&lang=en', 'Who says "yes" & <why>?', 640.2)).toBe(
      '<iframe src="https://example.org/embed?figure=map&amp;lang=en" title="Who says &quot;yes&quot; &amp; &lt;why>?" width="100%" height="641" style="border:0" loading="lazy"></iframe>',
    );
  });
});
