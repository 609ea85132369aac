import { describe, expect, it } from 'vitest';
import { correctionAddress, safeAddress } from './site';

describe('a correction', () => {
  it('goes to the issue form of the repository, filled in', () => {
    expect(correctionAddress({ repository: 'https://example.org/a/b/', contact: 'mailto:a@example.org' }, 'MX-NAP2 & más', 'Dice:\n')).toBe(
      'https://example.org/a/b/issues/new?title=MX-NAP2%20%26%20m%C3%A1s&body=Dice%3A%0A',
    );
  });
  it('goes by e-mail where there is no repository', () => {
    expect(correctionAddress({ contact: 'mailto:a@example.org' }, 'T', 'B')).toBe('mailto:a@example.org?subject=T&body=B');
  });
  it('goes nowhere where the site says nothing that takes one', () => {
    expect(correctionAddress({}, 'T', 'B')).toBeUndefined();
    expect(correctionAddress({ contact: 'tel:+525500000000', repository: 'javascript:alert(1)' }, 'T', 'B')).toBeUndefined();
    expect([safeAddress('javascript:alert(1)'), safeAddress(null), safeAddress('https://example.org')]).toEqual([
      undefined,
      undefined,
      'https://example.org',
    ]);
  });
});
