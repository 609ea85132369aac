export default {
  title: 'Cronología',
  lede: 'Lo que pasó con el gobierno abierto en México, con fecha y fuente, y qué tan grande era la iniciativa local cada vez que alguien la contó.',
  sizesQuestion: '¿Cómo creció la iniciativa local?',
  sizesAnswer: (first: string, from: string, last: string, to: string) => `De ${from} estados ${first} a ${to} ${last}.`,
  on: (date: string) => `en ${date}`,
  /** La presentación no tiene fecha. */
  around: (date: string) => `hacia ${date}`,
  sizesNone: 'Aquí no hay registro del número de estados.',
  sizesMethod:
    'Cada cifra es la que una fuente dio en esa fecha: no todas contaron lo mismo ni las contaron todas. Lo que una fuente no dice es «sin registro aquí», no cero. Cada medida tiene su propia escala, desde cero hasta su valor más alto.',
  measure: {
    states: 'Estados participantes',
    secretariats: 'Secretariados',
    plans: 'Planes locales',
    commitments: 'Compromisos',
    authorities: 'Autoridades',
    civil_society_organizations: 'Organizaciones civiles',
  },
  date: 'Fecha',
  notes: 'Notas de cada fecha',
  eventsQuestion: '¿Qué pasó, y cuándo?',
  eventsAnswer: (count: number, text: string, from: number, to: number, national: string, local: string) =>
    `${count === 1 ? '1 hecho fechado' : `${text} hechos fechados`} entre ${from} y ${to}: ${national} nacionales y ${local} locales.`,
  eventsNone: 'No hay hechos registrados.',
  eventsMethod:
    'Hechos con fecha en alguna fuente pública. La fecha se muestra con la precisión que se conoce: día, mes o solo año. Las declaraciones de los estados están en la página de cada uno.',
  level: 'Nivel',
  all: 'Todos',
  national: 'Nacional',
  local: 'Local',
  event: 'Hecho',
  gap: (years: number) => (years === 1 ? 'Un año sin hechos registrados' : `${years} años sin hechos registrados`),
};
