import { describe, expect, it } from 'vitest';
import { queryFault } from './query';

describe('what a search cannot be asked', () => {
  it.each([
    ['-agua', 'excludes'],
    ['\u2212agua', 'excludes'],
    ['-"agua potable"', 'excludes'],
    ['a'.repeat(201), 'long'],
    ['a\0', 'control'],
    ['!', 'empty'],
    ['salud - agua', 'space'],
    ['salud OR agua', 'or'],
    ['salud NOT agua', 'not'],
    ['salud -"agua potable', 'quote'],
  ] as const)('%s', (q, fault) => expect(queryFault(q)).toBe(fault));

  it.each([
    'agua',
    'agua -',
    'salud -agua',
    'salud -"agua potable"',
    '"salud OR agua"',
    'salud \u2013 agua',
    'co-creación',
    'a'.repeat(200),
  ])('and what it can: %s', (q) => expect(queryFault(q)).toBeUndefined());
});
