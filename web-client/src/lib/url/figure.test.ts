import { describe, expect, it } from 'vitest';
import { figureAddress } from './figure';

describe('the address of a figure', () => {
  it('is that of its page in the same view, with commas as they are', () => {
    const seen = new URL('https://example.org/compare?states=MX-DUR%2CMX-OAX&lang=en#done');
    expect(figureAddress(seen, 'facts')).toBe('https://example.org/compare?states=MX-DUR,MX-OAX&lang=en#facts');
  });
});
