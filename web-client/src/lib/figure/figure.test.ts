import { describe, expect, it } from 'vitest';
import type { Source } from '$lib/api/types';
import en from '$lib/i18n/en/common';
import es from '$lib/i18n/es/common';
import { allAsOf, asOf, byPublisher, citedAs, credited, namedSources, publishersOf } from './cite';
import { wrapped } from './picture';

const source = (id: string, title: string) => ({ id, title, title_es: null }) as Source;

describe('a citation', () => {
  const parts = {
    question: '¿Qué estados participan?',
    site: 'OpenGov México',
    publishers: [],
    others: false,
    day: '24 de noviembre de 2026',
    figure: 'https://example.org/states#map',
    data: asOf('https://example.org/api/v1/states?limit=500', '2026-11-24'),
  };

  it('names the question, the day, both addresses and the sources', () => {
    expect(es.figure.citation({ ...parts, ...namedSources([source('a', 'Presentación.'), source('b', 'Informe')], 'es') })).toBe(
      '«¿Qué estados participan?», OpenGov México. Consultado el 24 de noviembre de 2026: https://example.org/states#map. ' +
        'Datos a esa fecha: https://example.org/api/v1/states?limit=500&as_of=2026-11-24. Fuentes: Presentación; Informe.',
    );
  });

  it('names who publishes the data, the first two, and who runs the site', () => {
    const by = (...publishers: string[]) => publishersOf(publishers.map((publisher, i) => ({ ...source(String(i), 'A'), publisher })));
    expect(by('INAI', 'OGP', 'INAI')).toEqual({ publishers: ['INAI', 'OGP'], others: false });
    expect(en.figure.citation({ ...parts, operator: 'Ana', ...by('INAI', 'OGP', 'IRM'), sources: [], more: 0 })).toContain(
      'OpenGov México (Ana). Data of INAI, OGP, and others. Accessed',
    );
    expect(es.figure.citation({ ...parts, ...by('INAI'), sources: [], more: 0 })).toContain('OpenGov México. Datos de INAI. Consultado');
  });

  it('says where the sources of what is counted are, and names the presentation first of numbers that are its own', () => {
    const without = { ...parts, sources: [], more: 0 };
    expect(es.figure.citation({ ...without, basis: es.figure.ofCounted })).toMatch(/Fuentes: las de cada registro que se cuenta\.$/);
    const of = (kind: string) => ({ ...source(kind, kind), kind, publisher: kind }) as Source;
    const all = [of('presentation'), of('ogp'), of('press')];
    expect(namedSources(all, 'es').sources).toEqual(['ogp', 'press', 'presentation']);
    expect(namedSources(all, 'es', true).sources).toEqual(['presentation', 'ogp', 'press']);
    expect(publishersOf(all, true).publishers).toEqual(['presentation', 'ogp']);
  });

  it('leaves out what there is not', () => {
    expect(en.figure.citation({ ...parts, data: undefined, sources: [], more: 0 })).toBe(
      '“¿Qué estados participan?”, OpenGov México. Accessed 24 de noviembre de 2026: https://example.org/states#map',
    );
  });

  it('names each source once, and says how many it does not name', () => {
    const many = namedSources(
      [...'abcdefgg'].map((id) => source(id, `Source ${id}`)),
      'en',
    );
    expect(many).toMatchObject({ sources: { length: 5 }, more: 2 });
    expect(en.figure.sourcesOf(many.sources.join('; '), many.more)).toMatch(/^Sources: Source a; .* and 2 more\.$/);
  });

  it('of a picture has the publisher and the address of each source, in the language of the reader', () => {
    const report = {
      ...source('a', 'Report.'),
      title_es: 'Informe.',
      publisher: 'INAI',
      url: 'https://copy.example/a',
      original_url: 'https://inai.example/a',
    };
    expect(credited([report, report, source('b', 'A page of INAI')], 'es', es.figure.publishers)).toEqual([
      'Informe. INAI. https://inai.example/a',
      'A page of INAI',
    ]);
    expect(credited([report], 'en', en.figure.publishers)).toEqual(['Report. INAI. https://inai.example/a']);
  });

  it('of a picture with many sources names all who publish them', () => {
    const by = (publisher: string | null, id: string) => ({ ...source(id, `Source ${id}.`), publisher });
    const many = [by('OGP', 'a'), by('INAI', 'b'), by('INAI', 'c'), by('INAI', 'c'), by(null, 'd'), by('Congreso', 'e'), by('SNT', 'f')];
    expect(byPublisher(many, 'en')[0]).toEqual({ name: 'INAI', count: 2 });
    expect(credited(many, 'es', es.figure.publishers)).toEqual([
      'INAI (2 fuentes); OGP; Source d; Congreso; SNT. Cada fuente está en la dirección de abajo.',
    ]);
  });

  it('names what the page is about, once', () => {
    expect(citedAs('What came of it?', 'Commitments: Durango')).toBe('What came of it? (Commitments: Durango)');
    expect(citedAs('How far has Durango come?', 'Durango')).toBe('How far has Durango come?');
    expect(citedAs('What came of it?', '')).toBe('What came of it?');
  });

  it('asks for the day in each of several addresses', () => {
    expect(allAsOf(['/api/v1/measures/finished/values?level=local', '/api/v1/plans'], '2026-11-24')).toBe(
      '/api/v1/measures/finished/values?level=local&as_of=2026-11-24 /api/v1/plans?as_of=2026-11-24',
    );
    expect(allAsOf([], '2026-11-24')).toBeUndefined();
  });

  it('asks for the day in an address with or without a query', () => {
    expect(asOf('/api/v1/stats/summary', '2026-11-24')).toBe('/api/v1/stats/summary?as_of=2026-11-24');
  });
});

describe('a text in a picture', () => {
  it('is broken where the next word would not fit, and nowhere else', () => {
    const characters = (text: string) => text.length;
    expect(wrapped('one two three', 7, characters)).toEqual(['one two', 'three']);
    expect(wrapped('incomprehensible', 7, characters)).toEqual(['incomprehensible']);
  });
});
