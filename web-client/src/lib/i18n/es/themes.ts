import { formatFor } from '$lib/format/format';

const f = formatFor('es');

export default {
  title: 'Compromisos por tema',
  lede: 'De qué tratan los compromisos, por área de política, con cuántos se reportan terminados y de cuántos se dice que abrieron el gobierno. Un compromiso con varias áreas cuenta en cada una. La clasificación es de este sitio, por lo que dice cada compromiso; OGP le da además sus propias etiquetas, que van en los datos.',
  question: '¿De qué tratan los compromisos documentados, y qué pasó con ellos?',
  answer: (themes: number, most: string) =>
    themes === 0
      ? 'Ningún compromiso tiene un área de política registrada aquí.'
      : `${f.one(themes, 'Consta', 'Constan')} ${f.integer(themes)} ${f.one(themes, 'área', 'áreas')} de política. ${f.one(themes, 'La más frecuente', 'Las más frecuentes')}: ${most}.`,
  count: (name: string, commitments: number) => `${name} (${f.integer(commitments)})`,
  without: 'Sin área registrada aquí',
  blank: (column: string) => `${column}: sin registro aquí de ningún área`,
  method:
    'Las áreas son las de OGP; la asignación, a partir del título y el texto de cada compromiso, es nuestra. «De» cuenta los compromisos documentados del área, también aquellos de los que la respuesta no consta aquí. Las sumas de las filas no son un total.',
  column: {
    name: 'Tema',
    group: 'Grupo',
    commitments: 'Compromisos documentados',
    finished: 'Terminados',
    changed: 'Con resultados tempranos',
  },
};
