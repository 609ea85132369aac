import { describe, expect, it } from 'vitest';
import { isSaidIn, neighbours, tellingWords, type Listed } from './model';

const titleOf = ({ title_es }: Listed) => title_es;

describe('neighbours', () => {
  const listed = (id: string, policy_areas: string[], title_es = '') => ({ id, policy_areas, title_es }) as Listed;
  it('start from the words that tell a title from others', () => {
    expect(tellingWords('Reducción de la contaminación por ladrilleras artesanales')).toEqual([
      'contaminación',
      'ladrilleras',
      'artesanales',
    ]);
    expect(tellingWords('Plataforma de gobierno abierto')).toEqual([]);
  });
  it('say why they are alike, and are never the commitment itself', () => {
    const found = neighbours(
      { id: 'A', policy_areas: ['water', 'youth'] },
      [listed('A', ['water']), listed('B', ['water']), listed('C', ['water', 'youth'])],
      [{ word: 'agua', found: [listed('B', ['water'], 'Agua limpia'), listed('D', [], 'El agua'), listed('E', [], 'Saneamiento')] }],
      titleOf,
    );
    expect(found.map(({ commitment, areas, words }) => [commitment.id, areas, words])).toEqual([
      ['B', ['water'], ['agua']],
      ['C', ['water', 'youth'], []],
      ['D', [], ['agua']],
    ]);
  });
});

describe('a word of a title', () => {
  it('is there as it is, whatever its accents and case, and not as a part of another', () => {
    expect(isSaidIn('Agua y RIO limpio', 'río')).toBe(true);
    expect(isSaidIn('Agua subterránea', 'agu')).toBe(false);
    expect(isSaidIn(null, 'agua')).toBe(false);
  });
});

describe('the words and neighbours of a commitment', () => {
  const listed = (id: string, policy_areas: string[], title_es = '') => ({ id, policy_areas, title_es }) as Listed;

  it.each([
    'Acceso ciudadano: agenda de compromiso y administración',
    'Datos, desarrollo y fortalecimiento del gobierno federal',
    'Implementar mejores mecanismos municipales: instituciones, mejora y modelo municipal',
    'Oaxaca: participación, plataforma, políticas, programas y resultados',
    'Reducción entre según, Aumento hasta; Ampliación desde cualquier',
    'Reducing Between Within, Increased Through Others',
    'Sector social, transparencia y vinculación: único system',
  ])('do not start from what many titles say: %s', (title) => {
    expect(tellingWords(title)).toEqual(title.includes('municipales') ? ['municipales'] : []);
  });

  it('have five letters at least, each once whatever its accents', () => {
    expect(tellingWords('Agua y nubes: Índígenas, indigenas, nubes (2019)')).toEqual(['Índígenas', 'nubes']);
  });

  it('are the longest three, or as many as are asked for', () => {
    const title = 'Bosques, ladrilleras, cuencas, contaminación';
    expect(tellingWords(title)).toEqual(['contaminación', 'ladrilleras', 'Bosques']);
    expect(tellingWords(title, 1)).toEqual(['contaminación']);
  });

  it('put first what has most in common: a word before an area, then by id', () => {
    const found = neighbours(
      { id: 'A', policy_areas: ['water', 'youth'] },
      [listed('D', ['water', 'energy']), listed('C', ['youth']), listed('B', ['water', 'youth'])],
      [
        { word: 'agua', found: [listed('E', ['energy'], 'Agua'), listed('F', [], 'Agua del rio')] },
        { word: 'río', found: [listed('F', [], 'Agua del rio')] },
      ],
      titleOf,
    );
    expect(found.map(({ commitment, areas, words }) => [commitment.id, areas, words])).toEqual([
      ['F', [], ['agua', 'río']],
      ['B', ['water', 'youth'], []],
      ['E', [], ['agua']],
      ['C', ['youth'], []],
      ['D', ['water'], []],
    ]);
  });

  it('are six at most', () => {
    const many = ['H', 'G', 'F', 'E', 'D', 'C', 'B'].map((id) => listed(id, ['water']));
    expect(neighbours({ id: 'A', policy_areas: ['water'] }, many, [], titleOf).map(({ commitment }) => commitment.id)).toEqual([
      'B',
      'C',
      'D',
      'E',
      'F',
      'G',
    ]);
  });
});
