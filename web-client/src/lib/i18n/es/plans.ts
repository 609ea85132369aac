import { formatFor } from '$lib/format/format';

const { integer: n, list, one } = formatFor('es');

export default {
  scope: 'Alcance',
  municipalities: (names: readonly string[]) =>
    names.length === 1 ? `municipio: ${names[0]}` : `municipios, según sus compromisos: ${list(names)}`,
  title: 'Planes de acción',
  lede: 'Cada plan es una lista de compromisos que gobierno y sociedad civil debían crear juntos. Aquí están los nacionales y los locales: lo declarado, lo documentado, lo terminado y lo que cambió.',
  /** Of one that says nothing of itself, to who shares its page. */
  shared: (name: string) =>
    `Plan de gobierno abierto. ${name}: qué se prometió, qué se terminó, qué cambió y quién lo dice, cada dato con su fuente.`,
  level: 'Nivel',
  any: 'Todos',
  levels: { national: 'Nacionales', local: 'Locales' },
  whenQuestion: '¿Cuándo se hizo cada plan?',
  whenAnswer: (all: number, dated: number) =>
    `De ${n(all)} ${one(all, 'plan', 'planes')}, ${n(dated)} ${one(dated, 'tiene', 'tienen')} una fecha registrada; sin registro aquí de ninguna: ${n(all - dated)}.`,
  whenMethod:
    'La barra va del inicio al fin que da la fuente, con la precisión que da (día, mes o año). Sin fin registrado, la barra se abre hacia la derecha.',
  openEnd: 'fin sin registro aquí',
  doneQuestion: '¿Se hicieron, y cambiaron algo?',
  column: {
    plan: 'Plan',
    state: 'Estado',
    start: 'Inicio',
    end: 'Fin',
    stated: 'Declarados',
    documented: 'Documentados',
    compliance: 'Cumplimiento',
    completion: 'Cumplimiento según quien evaluó',
    finished: 'Terminados',
    results: 'Resultados tempranos',
    indicators: 'Con indicador de impacto',
  },
  national: 'Nacional',
  local: 'Plan de acción local',
  nationalPlan: 'Plan de acción nacional',
  period: 'Periodo',
  stage: 'Etapa del ciclo',
  participation: 'Nivel de participación (IAP2)',
  statedDocumented: 'Compromisos declarados y documentados',
  to: 'a',
  said: '¿Qué dice cada quien, y qué está codificado aquí?',
  compliance: 'Estatus reportado',
  impact: 'Resultados tempranos',
  questionColumn: 'Pregunta',
  measureColumn: 'Medida',
  saidColumn: 'Quién dice qué',
  statusColumn: 'Estado',
  countColumn: 'Compromisos',
  commitments: 'Sus compromisos',
  noCommitments: 'Ningún compromiso de este plan está documentado todavía.',
  seeAll: 'Abrirlos en el explorador',
  onlyPresented: (count: number) => `Solo en la presentación: ${n(count)}. No cuentan como documentados.`,
  body: '¿Quién se sentó a la mesa?',
  bodyHint: 'Órgano de gobierno del plan',
  noMembers: 'Aquí no hay registro de sus integrantes.',
  health: 'Salud de la cocreación',
  bySecretariat: (day: string) => `Por el secretariado del estado, visto por última vez: ${day}`,
  healthHint:
    'Los estándares de participación de OGP y los aprendizajes del caso mexicano, calculados con lo que está registrado. Lo que no consta aquí es «sin registro aquí», no una falta.',
  verdict: { met: 'Cumplido', not_met: 'No cumplido', no_data: 'Sin registro aquí' },
  standard: (number: number) => `Estándar ${n(number)} de OGP`,
  rows: 'Ver los registros',
  rowsOf: (count: number) => `${n(count)} ${count === 1 ? 'registro' : 'registros'}`,
  noRows: 'Nada registrado',
  check: 'Comprobación',
  rule: 'Cuándo se cumple',
  verdictColumn: 'Veredicto',
  evidence: 'Registros',
  healthQuestion: '¿Fue sana la cocreación?',
  healthAnswer: (met: number, notMet: number, unknown: number) =>
    `De ${n(met + notMet + unknown)} comprobaciones, cumplidas: ${n(met)}; no cumplidas: ${n(notMet)}; de ${n(unknown)} no hay nada registrado.`,
  healthMethod: (date: string) =>
    `Calculado el ${date} con lo que está registrado. «No cumplido» exige que haya registros y que no alcancen; donde no hay nada registrado es «sin registro aquí». Cada veredicto lleva a las filas que cuenta.`,
  member: 'Integrante',
  sector: 'Sector',
  bodyAnswer: (all: number, civil: number, left: number, secretariat: boolean) =>
    all === 0
      ? 'Aquí no hay registro de sus integrantes.'
      : `${n(all)} ${all === 1 ? 'integrante' : 'integrantes'} con nombre; ${civil === 0 ? 'sin registro aquí de quién ocupa los lugares de la sociedad civil' : `${n(civil)} en lugares de la sociedad civil`}${left === 0 ? '' : left === 1 ? '; consta que una organización dejó su lugar' : `; consta que ${n(left)} organizaciones dejaron su lugar`}${secretariat ? '; son los del secretariado técnico local, el espacio de diálogo del estado' : ''}.`,
  bodyMethod:
    'Los integrantes del órgano de gobierno que nombra alguna fuente. Donde ninguna nombra a los de un plan local, se muestran los de su secretariado técnico local, que puede haber cambiado entre planes.',
  toSecretariat: 'Ver el secretariado',
  withoutRecord: (count: number) =>
    `De ${n(count)} ${count === 1 ? 'plan' : 'planes'} no consta aquí si se hizo lo que se prometió ni si cambió algo, ni lo que dice de eso una voz:`,
  noLessons: 'Aquí no hay registro de sus lecciones.',
  characteristics: 'Características',
  lessons: 'Lecciones',
  sources: 'Fuentes',
  note: 'Nota',
};
