import { formatFor } from '$lib/format/format';

const f = formatFor('es');
const n = f.integer;
const one = (count: number, singular: string, plural: string) => (f.plural(count) === 'one' ? singular : plural);

export default {
  eyebrow: 'Estado',
  official: 'Nombre oficial',
  codes: 'Claves',
  capital: 'Capital',
  population: 'Población',
  populationYear: (year: number) => `censo de ${year}`,
  declaration: 'Declaración firmada',
  joined: 'Se incorporó en',
  ladderQuestion: (name: string) => `¿Hasta dónde ha llegado ${name}?`,
  secretariatQuestion: '¿Quién se sienta en el secretariado?',
  secretariat: 'Secretariado técnico local',
  noSecretariat: 'No hay un secretariado documentado para este estado.',
  allSecretariats: 'Ver todos los secretariados',
  compareWith: 'Comparar con otros estados',
  installed: 'Instalado',
  inPlaceBy: 'En funciones a más tardar',
  rules: 'Reglas de operación',
  seats: 'Lugares por sector',
  seatsStated: 'Lugares según la fuente',
  activity: 'Qué hacía',
  noMembers: 'Ninguna fuente consultada nombra a sus integrantes.',
  members: 'Integrantes',
  plansQuestion: '¿Qué planes ha tenido?',
  plansNone: 'No hay planes registrados para este estado.',
  planNumber: (number: number) => `Plan local ${n(number)}`,
  planUntitled: (number: number) => `Plan local ${n(number)} (sin título conocido)`,
  plansOf: (stated: number, documented: number) =>
    `${n(stated)} ${one(stated, 'declarado', 'declarados')}, ${n(documented)} ${one(documented, 'documentado', 'documentados')}`,
  start: (date: string) => `Inicio: ${date}`,
  datesUnknown: 'Fechas sin dato',
  commitmentsOf: (count: number) => `${n(count)} ${one(count, 'compromiso documentado', 'compromisos documentados')}`,
  commitmentsStated: (count: number) => `${n(count)} declarados`,
  commitmentsQuestion: '¿Qué se prometió?',
  commitmentsAnswer: (count: number, done: number, unknown: number) =>
    count === 0
      ? 'No hay compromisos documentados.'
      : `${n(count)} ${one(count, 'compromiso', 'compromisos')} con registro. ${unknown === count ? 'Ninguna fuente dice en qué estado están.' : `${n(done)} ${one(done, 'figura como terminado', 'figuran como terminados')}${unknown === 0 ? '' : `; de ${n(unknown)} ninguna fuente dice en qué estado están`}.`}`,
  commitmentsMethod:
    'Compromisos de los planes locales de este estado con registro en este sitio. El estado de cumplimiento solo se anota cuando una fuente lo reporta.',
  commitmentColumn: 'Compromiso',
  planColumn: 'Plan',
  themeColumn: 'Tema',
  statusColumn: 'Estado de cumplimiento',
  metricsQuestion: (name: string, edition: number) => `¿Qué tan abierto era el gobierno en ${name} en ${edition}?`,
  metricsNone: (name: string) => `¿Qué tan abierto es el gobierno en ${name}?`,
  metricsMethod: 'Cada raya es un estado; el punto es este estado y la marca, el valor nacional de la misma edición. Escala de 0 a 1.',
  edition: 'Edición',
  thisState: 'Este estado',
  national: 'Nacional',
  rank: 'Lugar',
  rankOf: (rank: number, of: number) => `${n(rank)} de ${n(of)}`,
  indicator: 'Indicador',
  difference: 'Diferencia',
  otherStates: 'Los demás estados',
  sources: 'Fuentes de este perfil',
  note: 'Nota',
  allCommitments: 'Abrir en el explorador de compromisos',
  position: 'Ubicación en México',
  all: 'Los estados',
  answer: {
    stateStage: (name: string, stage: string) => `${name} llegó hasta: ${stage.toLocaleLowerCase('es')}.`,
    stateNone: (name: string) => `${name} no participa en la iniciativa local.`,
    stateMetrics: (name: string, edition: number, indicator: string, value: number, national: number | null, rank: number, of: number) =>
      `En ${edition}, ${name} obtuvo ${f.index(value)} en «${indicator}», lugar ${n(rank)} de ${n(of)}${national === null ? '' : value === national ? '; igual que el valor nacional' : `; el valor nacional es ${f.index(national)}`}.`,
    noStateMetrics: (name: string) => `Ninguna edición tiene valores de ${name}.`,
    seats: (total: number, civil: number) =>
      `${n(total)} ${one(total, 'integrante', 'integrantes')} con nombre, ${n(civil)} de la sociedad civil.`,
  },
};
