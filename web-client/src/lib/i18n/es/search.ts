import { formatFor } from '$lib/format/format';

const f = formatFor('es');
const n = f.integer;

export default {
  title: 'Buscar',
  lede: 'En los títulos y textos de todos los registros, en los temas y demás vocabularios, y en las cifras. En español o en inglés: «agua» y «water» encuentran lo mismo.',
  titleOf: (q: string) => `«${q}»: resultados de la búsqueda`,
  kind: 'Tipo de registro',
  titleIn: (q: string, kind: string) => `«${q}» en ${kind}: resultados de la búsqueda`,
  hint: 'Todas las palabras; entre comillas, la frase exacta; con un signo menos, lo que no debe aparecer: salud -agua.',
  ask: 'Escriba una o más palabras en el campo de búsqueda.',
  found: (total: number) => (total === 1 ? '1 registro' : `${n(total)} registros`),
  all: (total: number, kind: string) => `Ver los ${n(total)}: ${kind}`,
  inAll: 'Buscar en todos los tipos de registro',
  more: 'Mostrar más',
  moreFailed: 'No se pudieron cargar más. Intente de nuevo.',
  shown: (shown: number, total: number) => `Se muestran ${n(shown)} de ${n(total)}.`,
  tagged: 'Clasificado como',
  measures: 'Cifras',
  measuresHint: 'Qué significa cada una y cuánto es:',
  none: (q: string) => `Sin registro aquí que coincida con «${q}».`,
  noneMeans: 'No encontrarlo aquí no quiere decir que no exista: puede estar sin documentar, o escrito con otras palabras.',
  near: 'Estas palabras sí encuentran registros:',
  elsewhere: 'También puede empezar por:',
  kinds: {
    states: 'Estados',
    secretariats: 'Secretariados técnicos locales',
    organizations: 'Organizaciones',
    plans: 'Planes',
    commitments: 'Compromisos',
    evidence: 'Evidencia',
    indicators: 'Indicadores de impacto',
    practices: 'Buenas prácticas',
    instruments: 'Herramientas',
    trainings: 'Formación',
    learnings: 'Aprendizajes',
    timeline: 'Cronología',
    sessions: 'Sesiones',
    proposals: 'Propuestas',
    metric_editions: 'Ediciones de la Métrica',
  },
};
