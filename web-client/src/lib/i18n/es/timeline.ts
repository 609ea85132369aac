import { formatFor } from '$lib/format/format';
import type { Language } from '$lib/i18n/language';

const es = {
  title: 'Cronología',
  lede: 'Lo que pasó con el gobierno abierto en México, con fecha y fuente, y qué tan grande era la iniciativa local cada vez que alguien la contó.',
  sizesQuestion: '¿Cómo creció la iniciativa local?',
  sizesAnswer: (first: string, from: string, last: string, to: string) => `De ${from} estados en ${first} a ${to} en ${last}.`,
  sizesNone: 'Ninguna fuente da el número de estados.',
  sizesMethod:
    'Cada cifra es la que una fuente dio en esa fecha: no todas contaron lo mismo ni las contaron todas. Lo que una fuente no dice es «sin dato», no cero. Cada medida tiene su propia escala, desde cero hasta su valor más alto.',
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
  eventsMethod: 'Hechos con fecha en alguna fuente pública. La fecha se muestra con la precisión que se conoce: día, mes o solo año. Las declaraciones de los estados están en la página de cada uno.',
  level: 'Nivel',
  all: 'Todos',
  national: 'Nacional',
  local: 'Local',
  event: 'Hecho',
  gap: (years: number) => (years === 1 ? 'Un año sin hechos registrados' : `${years} años sin hechos registrados`),
};
export type TimelineMessages = typeof es;

const f = formatFor('en');
const en: TimelineMessages = {
  title: 'Timeline',
  lede: 'What happened to open government in Mexico, with date and source, and how large the local initiative was each time that someone counted it.',
  sizesQuestion: 'How did the local initiative grow?',
  sizesAnswer: (first, from, last, to) => `From ${from} states in ${first} to ${to} in ${last}.`,
  sizesNone: 'No source gives the number of states.',
  sizesMethod:
    'Each figure is what a source gave at that date: not all of them counted the same things, nor all of them. What a source does not say is “no data”, not zero. Each measure has a scale of its own, from zero to its highest value.',
  measure: {
    states: 'Participating states',
    secretariats: 'Secretariats',
    plans: 'Local plans',
    commitments: 'Commitments',
    authorities: 'Authorities',
    civil_society_organizations: 'Civil-society organisations',
  },
  date: 'Date',
  notes: 'Notes on each date',
  eventsQuestion: 'What happened, and when?',
  eventsAnswer: (count, text, from, to, national, local) =>
    `${f.plural(count) === 'one' ? '1 dated event' : `${text} dated events`} between ${from} and ${to}: ${national} national and ${local} local.`,
  eventsNone: 'There are no events on record.',
  eventsMethod: 'Events dated by a public source. Each date is shown as precisely as it is known: day, month or only year. The declarations of the states are on the page of each.',
  level: 'Level',
  all: 'All',
  national: 'National',
  local: 'Local',
  event: 'Event',
  gap: (years) => (years === 1 ? 'One year without events on record' : `${years} years without events on record`),
};
export const MESSAGES: Record<Language, TimelineMessages> = { es, en };
