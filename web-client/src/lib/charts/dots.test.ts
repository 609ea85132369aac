import { describe, expect, it } from 'vitest';
import { at, place, spoken, TICKS, type DotRow, type DotSeries } from './dots';

const series: DotSeries[] = [
  { key: 'government', label: 'Government', shape: 'square', colour: 'blue' },
  { key: 'citizen', label: 'Citizen', shape: 'disc', colour: 'red' },
];
const row = (id: string, ...values: number[]): DotRow => ({
  id,
  label: id,
  href: `#${id}`,
  dots: values.map((value, i) => ({ series: series[i]?.key ?? 'other', value, text: value.toFixed(2) })),
});
const only = (each: DotRow) => place([{ label: '', rows: [each] }], series, false)[0]!.rows[0]!;

describe('the places of a dot plot', () => {
  it('are hundredths of the scale, from one end of it to the other', () => {
    expect([0, 0.39, 1].map(at)).toEqual([0, 39, 100]);
    expect([-0.2, 1.7].map(at)).toEqual([0, 100]);
    expect(TICKS.map((tick) => tick.at)).toEqual([0, 25, 50, 75, 100]);
  });

  it('join the outermost of several dots, in whatever order they come', () => {
    expect(only(row('a', 0.75, 0.25)).span).toEqual({ left: 25, right: 25 });
    expect(only(row('a', 0.25, 0.5, 1)).span).toEqual({ left: 25, right: 0 });
    expect(only(row('a', 0.5)).span).toBeUndefined();
    expect(only(row('a')).span).toBeUndefined();
  });

  it('leave the room between two dots free of their values', () => {
    expect(only(row('a', 0.25, 0.75)).dots.map(({ side }) => side)).toEqual(['left', 'right']);
    expect(only(row('a', 0.75, 0.25)).dots.map(({ side }) => side)).toEqual(['right', 'left']);
    expect(only(row('a', 0.5, 0.5)).dots.map(({ side }) => side)).toEqual(['right', 'right']);
    expect(only(row('a', 0.5)).dots[0]?.side).toBe('right');
  });

  it('give each dot the look of its series, and one that belongs to none a plain one', () => {
    expect(only(row('a', 0.1, 0.2, 0.3)).dots.map(({ shape, colour }) => `${shape} ${colour}`)).toEqual([
      'square blue',
      'disc red',
      'disc var(--mark)',
    ]);
  });

  it('write the scale under the last of many groups, under each of few, and wherever there is a reference to read', () => {
    const axes = (count: number, hasReference: boolean) =>
      place(
        Array.from({ length: count }, (_, i) => ({ label: String(i), rows: [] })),
        series,
        hasReference,
      ).map(({ axis }) => axis);
    expect(axes(3, false)).toEqual([false, false, true]);
    expect(axes(2, false)).toEqual([true, true]);
    expect(axes(3, true)).toEqual([true, true, true]);
  });

  it('stop the scale where rows have words at their end', () => {
    const [ended, plain] = place(
      [
        { label: 'a', rows: [row('a', 1), { ...row('b'), end: '0.39' }] },
        { label: 'b', rows: [row('c', 1)] },
      ],
      series,
      false,
    );
    expect([ended?.withEnd, plain?.withEnd]).toEqual([true, false]);
    expect([ended?.last, plain?.last]).toEqual([false, true]);
  });
});

describe('a row in words', () => {
  it('names the series where there are several', () => {
    expect(spoken(row('a', 0.25, 0.75), series, 'no data')).toBe('Government 0.25, Citizen 0.75');
    expect(spoken(row('a', 0.25), series.slice(0, 1), 'no data')).toBe('0.25');
  });

  it('says what is missing, and why where that is known', () => {
    expect(spoken(row('a'), series, 'no data')).toBe('no data');
    expect(spoken({ ...row('a'), missing: 'not measured' }, series, 'no data')).toBe('not measured');
    expect(spoken({ ...row('a', 0.5), before: '3', detail: '12 institutions', missing: 'no citizens' }, series, 'no data')).toBe(
      'Government 0.50, 12 institutions, no citizens',
    );
  });
});
