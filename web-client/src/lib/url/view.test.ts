import { describe, expect, it } from 'vitest';
import { codes, defineView, ignored, list, oneOf, sort, text, uncounted, unknown } from './view';
import { some } from '../../../tools/some';

const view = defineView({
  measure: oneOf(['participates', 'stage', 'plans'], 'participates'),
  q: text(),
  state: codes(),
  sort: sort(['name', 'value'], { key: 'name', descending: false }),
});

/** A small seeded generator: the same cases on every run. */
function* cases(count: number) {
  let seed = 7;
  const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  const words = ['', 'agua', 'agua limpia', 'año & más', '100 %', 'a,b', '¿qué?', 'x=y#z', '+'];
  const all = ['MX-DUR', 'MX-JAL', 'MX-OAX', 'no_data'];
  for (let i = 0; i < count; i++) {
    yield {
      measure: (['participates', 'stage', 'plans'] as const)[next(3)] ?? 'plans',
      q: words[next(words.length)] ?? '',
      state: all.filter(() => next(2) === 0),
      sort: { key: (['name', 'value'] as const)[next(2)] ?? 'name', descending: next(2) === 0 },
    };
  }
}

describe('the address holds the view', () => {
  it('parse(write(s)) = s', () => {
    for (const state of some(cases(300))) {
      const address = view.write(state).toString();
      expect(view.parse(new URLSearchParams(address))).toEqual(state);
    }
  });

  it('writes nothing for the default view', () => {
    expect(view.write(view.parse(new URLSearchParams())).toString()).toBe('');
  });

  it('reads a parameter that is given more than once as a list, where it takes several', () => {
    const several = defineView({ plan: list(), state: codes(), q: text() });
    expect(several.parse(new URLSearchParams('plan=A&plan=B&state=MX-DUR&state=MX-JAL,MX-DUR&q=agua&q=aire'))).toEqual({
      plan: 'A,B',
      state: ['MX-DUR', 'MX-JAL'],
      q: 'agua',
    });
  });

  it('says what no view of a page takes, once', () => {
    const other = defineView({ steps: text() });
    const search = new URLSearchParams('colour=red&steps=table&lang=en&colour=blue&state=MX-DUR&Level=local');
    expect(ignored(search, [view, other], ['lang'])).toEqual(['colour', 'Level']);
    expect(ignored(new URLSearchParams('q=agua'), [view], [])).toEqual([]);
  });

  it('falls back to the default for what it does not know', () => {
    const state = view.parse(new URLSearchParams('measure=nonsense&sort=-unknown&state=,,MX-DUR,MX-DUR'));
    expect(state).toEqual({ measure: 'participates', q: '', state: ['MX-DUR'], sort: { key: 'name', descending: false } });
  });
});

describe('a value that there is none of', () => {
  it('is named with the nearest one, and nothing is said of good ones and free texts', () => {
    expect(view.refused(new URLSearchParams('measure=satge&q=anything&sort=-nam'))).toEqual([
      { name: 'measure', value: 'satge', nearest: 'stage' },
      { name: 'sort', value: '-nam', nearest: '-name' },
    ]);
    expect(view.refused(new URLSearchParams('measure=stage&sort=-name'))).toEqual([]);
    expect(view.refused(new URLSearchParams('measure=xyzzy'))).toEqual([{ name: 'measure', value: 'xyzzy', nearest: undefined }]);
  });
});

describe('what of an address does not count', () => {
  const taken = defineView({ q: text(), plan: list() });

  it('is said where a parameter that takes one value has several, or none', () => {
    expect(uncounted(new URLSearchParams('q=a&q=b&plan=x&plan=y&lang=en&lang=es&other='), [taken], ['lang'])).toEqual({
      repeated: ['q', 'lang'],
      empty: [],
    });
    expect(uncounted(new URLSearchParams('plan=&q=a'), [taken], ['lang']).empty).toEqual(['plan']);
  });

  it('is a value that the data does not have, with the one that is meant by its label in any language', () => {
    const choices = [
      { code: 'water_and_sanitation', words: ['Agua y saneamiento', 'Water & Sanitation', 'drenaje'] },
      { code: 'completed', words: ['Completo', 'Completed', 'finished'] },
      { code: 'MX-JAL', words: ['Jalisco'] },
    ];
    const near = (value: string) => unknown(new URLSearchParams({ theme: value }), 'theme', choices)[0]?.nearest;
    expect(near('wter')).toBe('water_and_sanitation');
    expect(near('agua y saneamiento')).toBe('water_and_sanitation');
    expect(near('finished')).toBe('completed');
    expect(near('jalisco')).toBe('MX-JAL');
    expect(near('xyzzyx')).toBeUndefined();
    expect(unknown(new URLSearchParams('theme=completed,MX-JAL'), 'theme', choices)).toEqual([]);
    expect(unknown(new URLSearchParams('theme=foo'), 'theme', undefined)).toEqual([]);
  });
});
