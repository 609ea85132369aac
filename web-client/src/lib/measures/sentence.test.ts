import { describe, expect, it } from 'vitest';
import { found } from './sentence';

describe('the numbers of a sentence', () => {
  it('are found in their order, between its words', () => {
    expect(found('De 32 estados participan 30.', ['32', '30'])).toEqual([
      { text: 'De ' },
      { number: 0 },
      { text: ' estados participan ' },
      { number: 1 },
      { text: '.' },
    ]);
  });

  it('are whole, also where they are long', () => {
    expect(found('13 of 1,113, and 3', ['3'])).toEqual([{ text: '13 of 1,113, and ' }, { number: 0 }]);
    expect(found('1,113 in all', ['1,113'])).toEqual([{ number: 0 }, { text: ' in all' }]);
  });

  it('are left out where the sentence leaves them out', () => {
    expect(found('None.', ['0'])).toEqual([{ text: 'None.' }]);
    expect(found('4 of 5', ['9', '5'])).toEqual([{ text: '4 of ' }, { number: 1 }]);
  });
});
