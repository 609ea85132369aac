import { describe, expect, it } from 'vitest';
import type { SummaryFigure } from '$lib/api/types';
import { byGap, coverageOf } from './coverage';

const figure = (facts: object) =>
  ({
    key: 'plans',
    label_es: 'Planes',
    label_en: 'Plans',
    stated: 60,
    documented: 15,
    among_stated: true,
    missing: 45,
    coverage_percent: 25,
    measure: 'plans_documented',
    values_url: 'http://api.test/measures/plans_documented/values?level=local',
    stated_qualifier: 'exactly',
    rows_url: 'http://api.test/plans',
    note_es: 'Son otras.',
    note_en: null,
    ...facts,
  }) as SummaryFigure;

describe('a figure that is stated and documented', () => {
  it('says both, and how much of what is stated is documented', () => {
    expect(coverageOf(figure({}), 'en')).toEqual({
      key: 'plans',
      label: 'Plans',
      stated: 60,
      atLeast: false,
      documented: 15,
      missing: 45,
      share: 0.25,
      measure: 'plans_documented',
      filters: { level: 'local' },
      rowsUrl: 'http://api.test/plans',
      note: { text: 'Son otras.', language: 'es' },
    });
    expect(coverageOf(figure({}), 'es').label).toBe('Planes');
  });

  it('can be stated as “at least”', () => {
    expect(coverageOf(figure({ stated_qualifier: 'at_least' }), 'es').atLeast).toBe(true);
    expect(coverageOf(figure({ stated_qualifier: null }), 'es').atLeast).toBe(false);
  });

  it('is a number of no measure where it is no count of records', () => {
    expect(coverageOf(figure({ measure: null, values_url: null }), 'es')).toMatchObject({ measure: null, filters: {} });
  });

  it('cannot be compared where the API does not compare it', () => {
    expect(coverageOf(figure({ coverage_percent: null }), 'es').share).toBeNull();
    expect(coverageOf(figure({ coverage_percent: 0 }), 'es').share).toBe(0);
    expect(coverageOf(figure({ coverage_percent: 150 }), 'es').share).toBe(1.5);
  });

  it('is no part of what is stated where nothing says that it is among it: nothing is missing then, and no share is known', () => {
    expect(coverageOf(figure({ among_stated: false }), 'es')).toMatchObject({ stated: 60, documented: 15, missing: null, share: null });
  });

  it('is shown from the widest gap on', () => {
    const figures = [25, null, 100, 0].map((coverage_percent) => coverageOf(figure({ coverage_percent }), 'es'));
    expect(byGap(figures).map(({ share }) => share)).toEqual([0, 0.25, 1, null]);
    expect(figures.map(({ share }) => share)).toEqual([0.25, null, 1, 0]);
  });
});
