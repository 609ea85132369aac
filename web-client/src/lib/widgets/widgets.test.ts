import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '$lib/i18n/language';
import { some } from '../../../tools/some';
import { snippets } from './snippets';
import { asked, builderQuery, pageOf, widgetPath, type Asked, type Widget } from './widget';

const SITE = 'https://opengov.example.org';

/** One of each way in which an address names what a widget is about. */
const PASTED: Record<string, Asked> = {
  commitment: { kind: 'commitment', ref: 'MX-NAP4-C10', params: { theme: 'dark', accent: 'a30f55', as_of: '2026-06-30' } },
  measure: { kind: 'measure', ref: 'early_results', params: { by: 'plan', level: 'national', limit: '10' } },
  compare: { kind: 'compare', ref: 'finished', params: { states: 'MX-DUR,MX-JAL' } },
  metric: { kind: 'metric', ref: '', params: {} },
};

describe('what is pasted on other sites', () => {
  for (const [name, widget] of some(Object.entries(PASTED))) {
    for (const language of some(LANGUAGES)) {
      it(`stays as it is: ${name} in ${language}`, async () => {
        const title = language === 'en' ? 'Who says "yes" & <why>? · OpenGov' : '¿Quién dice «sí» & <por qué>? · OpenGov';
        const all = snippets(widget, { site: SITE, service: SITE, title, language, height: 640.2 });
        const text = Object.entries(all)
          .map(([way, snippet]) => `== ${way}\n${snippet ?? '(none)'}\n`)
          .join('\n');
        await expect(text).toMatchFileSnapshot(`golden/${name}.${language}.txt`);
      });
    }
  }
});

describe('what a figure is embedded as', () => {
  const widget: Widget = {
    kind: 'measure',
    ref: 'metric_value',
    by: ['state', 'edition'],
    filters: { state: ['MX-DUR', 'MX-JAL'], edition: 2021, indicator: undefined },
    limit: 50,
  };

  it('has the parameters of the figure, and none that is not known', () => {
    expect(widgetPath(asked(widget))).toBe('/embed/v1/measure/metric_value?state=MX-DUR,MX-JAL&edition=2021&by=state,edition&limit=50');
  });

  it('fills the builder in', () => {
    expect(builderQuery(widget)).toEqual({
      kind: 'measure',
      ref: 'metric_value',
      by: 'state,edition',
      state: 'MX-DUR,MX-JAL',
      edition: '2021',
      limit: '50',
    });
    expect(builderQuery({ kind: 'metric' })).toEqual({ kind: 'metric' });
  });

  it('leads to the page with all of it', () => {
    const page = (kind: Asked['kind'], ref: string, params = {}) => pageOf({ kind, ref, params });
    expect(page('health', 'MX-NAP4')).toBe('/plans/MX-NAP4');
    expect(page('secretariat', 'MX-DUR')).toBe('/states/MX-DUR');
    expect(page('map', 'finished')).toBe('/measures#finished');
    expect(page('compare', 'finished', { states: 'MX-DUR,MX-JAL' })).toBe('/compare?states=MX-DUR,MX-JAL');
    expect(page('changes', 'MX-DUR')).toBe('/changes?state=MX-DUR');
    expect(page('metric', '')).toBe('/metrics');
  });
});
