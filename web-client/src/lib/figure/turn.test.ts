import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inTurn } from './turn';

describe('figures', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are drawn in the order in which they were ready, one in each task', () => {
    const drawn: number[] = [];
    for (const figure of [1, 2, 3]) inTurn(() => drawn.push(figure));
    expect(drawn).toEqual([]);
    vi.advanceTimersToNextTimer();
    expect(drawn).toEqual([1]);
    vi.runAllTimers();
    expect(drawn).toEqual([1, 2, 3]);
  });

  it('are not drawn once they are gone, and do not hold up the others', () => {
    const drawn: number[] = [];
    const leave = inTurn(() => drawn.push(1));
    inTurn(() => drawn.push(2));
    leave();
    vi.runAllTimers();
    inTurn(() => drawn.push(3));
    vi.runAllTimers();
    expect(drawn).toEqual([2, 3]);
  });
});
