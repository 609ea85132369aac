import { afterEach, describe, expect, it } from 'vitest';
import { forgetAnswers, once } from './once';

afterEach(forgetAnswers);

/** Questions that are answered when the test says so. */
function asking() {
  const asked: { signal: AbortSignal; answer: (value: string) => void; fail: (cause: Error) => void }[] = [];
  const load = (signal: AbortSignal) =>
    new Promise<string>((answer, fail) => {
      signal.addEventListener('abort', () => fail(new Error('called back')));
      asked.push({ signal, answer, fail });
    });
  return { asked, load };
}
const { signal } = new AbortController();

describe('the same question of one page', () => {
  it('is asked once, while the answer is on its way and when it has come', async () => {
    const { asked, load } = asking();
    const both = Promise.all([once('/a', load, signal), once('/a', load, signal), once('/b', load, signal)]);
    asked[0]!.answer('a');
    asked[1]!.answer('b');
    expect(await both).toEqual(['a', 'a', 'b']);
    expect(await once('/a', load, signal)).toBe('a');
    expect(asked).toHaveLength(2);
  });

  it('is not taken from those who still wait by one who leaves', async () => {
    const { asked, load } = asking();
    const leaving = new AbortController();
    const first = once('/a', load, leaving.signal);
    const second = once('/a', load, signal);
    leaving.abort();
    expect(asked[0]!.signal.aborted).toBe(false);
    asked[0]!.answer('a');
    expect([await first, await second]).toEqual(['a', 'a']);
  });

  it('is called back when nobody waits any more, and then asked anew', async () => {
    const { asked, load } = asking();
    const leaving = new AbortController();
    const alone = once('/a', load, leaving.signal);
    leaving.abort();
    expect(asked[0]!.signal.aborted).toBe(true);
    const next = once('/a', load, signal);
    await expect(alone).rejects.toThrow('called back');
    asked[1]!.answer('again');
    expect(await next).toBe('again');
  });

  it('keeps an answer that has come when those who asked leave', async () => {
    const { asked, load } = asking();
    const leaving = new AbortController();
    const first = once('/a', load, leaving.signal);
    asked[0]!.answer('a');
    await first;
    leaving.abort();
    expect(await once('/a', load, signal)).toBe('a');
    expect(asked).toHaveLength(1);
  });

  it('is asked anew after a failure', async () => {
    const { asked, load } = asking();
    const both = Promise.allSettled([once('/a', load, signal), once('/a', load, signal)]);
    asked[0]!.fail(new Error('down'));
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const retried = once('/a', load, signal);
    asked[1]!.answer('up');
    expect(await retried).toBe('up');
  });

  it('is new on the next page, also for what the last page fails to hear', async () => {
    const { asked, load } = asking();
    const before = once('/a', load, signal);
    forgetAnswers();
    const after = once('/a', load, signal);
    asked[0]!.fail(new Error('late'));
    await expect(before).rejects.toThrow('late');
    asked[1]!.answer('new');
    expect([await after, await once('/a', load, signal)]).toEqual(['new', 'new']);
    expect(asked).toHaveLength(2);
  });

  it('is not asked by one who has gone already', async () => {
    const { asked, load } = asking();
    const gone = new AbortController();
    gone.abort();
    await expect(once('/a', load, gone.signal)).rejects.toThrow();
    expect(asked).toHaveLength(0);
  });
});
