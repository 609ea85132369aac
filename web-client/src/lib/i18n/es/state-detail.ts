import { midSentence, spanish } from '$lib/i18n/sentence';
import { formatFor } from '$lib/format/format';
import type { Place } from '$lib/records/places';

const f = formatFor('es');
const n = f.integer;
const { one } = f;

export default {
  eyebrow: 'Estado',
  /** What a link to its page says. */
  shared: (name: string) =>
    `Gobierno abierto local. ${name}: hasta dónde llegó, su secretariado, sus planes y compromisos y su índice por las dos miradas, cada dato con su fuente.`,
  official: 'Nombre oficial',
  codes: 'Claves',
  capital: 'Capital',
  population: 'Población',
  populationYear: (year: number) => `censo de ${year}`,
  declaration: 'Declaración firmada',
  joinedYear: 'Año en que se incorporó',
  ladderQuestion: (name: string) => `¿Hasta dónde ha llegado ${spanish.el(name)}?`,
  secretariatQuestion: '¿Quién tenía un lugar en el secretariado?',
  secretariat: 'Secretariado técnico local',
  noSecretariat: 'No hay registro aquí de un secretariado de este estado.',
  allSecretariats: 'Ver todos los secretariados',
  compareWith: 'Comparar con otros estados',
  status: 'Estado del secretariado',
  lastSeen: (date: string) => `visto por última vez en ${date}`,
  installed: 'Instalado',
  inPlaceBy: 'En funciones a más tardar',
  rules: 'Reglas de operación',
  seats: 'Lugares por sector',
  seatsStated: 'Lugares según la fuente',
  activity: 'Qué hacía',
  members: 'Integrantes',
  plansQuestion: '¿Qué planes ha tenido?',
  plansNone: 'No hay registro aquí de planes de este estado.',
  plansOf: (stated: number, documented: number) =>
    `la presentación cuenta ${n(stated)}; documentados, también posteriores y municipales: ${documented === 0 ? 'sin registro aquí' : n(documented)}`,
  ofPlans: (names: readonly string[]) => `de: ${f.list(names)}`,
  start: (date: string) => `Inicio: ${date}`,
  datesUnknown: 'Fechas sin registro aquí',
  commitmentsOf: (count: number) =>
    count === 0 ? 'compromisos: sin registro aquí' : `${n(count)} ${one(count, 'compromiso documentado', 'compromisos documentados')}`,
  commitmentsNoneOf: (none: string) => `compromisos documentados: ${none}`,
  commitmentsStated: (count: number) => `${n(count)} ${one(count, 'declarado', 'declarados')}`,
  commitmentsQuestion: '¿Qué se prometió?',
  commitmentsNone: 'No hay compromisos con registro aquí.',
  commitmentsMethod: 'Los compromisos de los planes locales de este estado.',
  commitmentColumn: 'Compromiso',
  planColumn: 'Plan',
  statusColumn: 'Estatus',
  metricsQuestion: (name: string, edition: string) =>
    `¿Qué tan abierto era el gobierno ${spanish.en(name)}, según la edición ${edition} de la Métrica?`,
  metricsNone: (name: string) => `¿Qué tan abierto era el gobierno ${spanish.en(name)}?`,
  metricsMethod: 'Cada raya es un estado; el punto es este estado y la marca, el valor nacional de la misma edición. Escala de 0 a 1.',
  edition: 'Edición',
  thisState: 'Este estado',
  national: 'Nacional',
  rank: 'Lugar',
  notAll: (of: number) => `sin lugar: aquí constan ${n(of)} ${one(of, 'estado', 'estados')}`,
  rankOf: ({ from, to }: Place, of: number) => `${n(from)}${from === to ? '' : ` a ${n(to)}`} de ${n(of)}`,
  indicator: 'Indicador',
  difference: 'Diferencia',
  otherStates: 'Los demás estados',
  sources: 'Fuentes de este perfil',
  note: 'Nota',
  allCommitments: 'Abrir en el explorador de compromisos',
  position: 'Ubicación en México',
  all: 'Los estados',
  answer: {
    stateStage: (name: string, stage: string) => `${spanish.El(name)} llegó hasta: ${midSentence(stage, 'es')}.`,
    stateNone: (name: string, day: string | null) =>
      `${spanish.El(name)} no se sumó a la iniciativa local, ${day === null ? 'hasta donde consta aquí' : `hasta ${day}, lo último que consta aquí`}.`,
    stateMetrics: (
      name: string,
      edition: string,
      indicator: string,
      value: number,
      national: number | null,
      place: Place | null,
      of: number,
    ) =>
      `En la edición ${edition}, ${spanish.el(name)} obtuvo ${f.index(value)} en «${indicator}», ${place === null ? `sin lugar, porque aquí solo ${one(of, 'consta', 'constan')} ${n(of)} ${one(of, 'estado', 'estados')}` : `${place.from === place.to ? `lugar ${n(place.from)}` : `lugares ${n(place.from)} a ${n(place.to)}`} de ${n(of)}`}${national === null ? '' : value === national ? '; igual que el valor nacional' : `; el valor nacional es ${f.index(national)}`}.`,
    noStateMetrics: (name: string) => `Aquí no hay registro de valores ${spanish.de(name)} en ninguna edición.`,
    seats: (total: number, civil: number) =>
      total === 0
        ? 'No hay registro aquí de quiénes son sus integrantes.'
        : `${n(total)} ${one(total, 'integrante', 'integrantes')} con nombre; ${civil === 0 ? 'sin registro aquí de quién ocupa los lugares de la sociedad civil' : `${n(civil)} en lugares de la sociedad civil`}.`,
  },
};
