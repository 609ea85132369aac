import type { CitationParts } from '$lib/figure/cite';
import { formatFor } from '$lib/format/format';
import type { StatusKey } from '$lib/vocabulary/status';

const f = formatFor('es');
const n = f.integer;
const one = (count: number, singular: string, plural: string) => (f.plural(count) === 'one' ? singular : plural);

const sourcesOf = (names: string, more: number) =>
  `${names.includes('; ') || more > 0 ? 'Fuentes' : 'Fuente'}: ${names}${more === 0 ? '' : ` y ${n(more)} más`}.`;

/**
 * Every word of the interface in Spanish. Its shape is the contract: en.ts must have the same keys
 * with the same arguments, or the build fails. Words for the API's codes are not here: they come
 * from /api/v1/terms.
 */
export const es = {
  site: {
    name: 'OpenGov',
    place: 'México',
    sentence:
      'OpenGov registra lo que los planes de gobierno abierto de México prometieron, lo que se hizo y lo que cambió para las personas, con la fuente de cada dato.',
    description:
      'Planes, compromisos, estados y métricas de gobierno abierto en México, con la fuente de cada dato y una API pública.',
    skip: 'Saltar al contenido',
    menu: 'Menú',
    mainNavigation: 'Principal',
    otherLanguage: 'English',
    language: 'Idioma',
    toDark: 'Tema oscuro',
    toLight: 'Tema claro',
  },
  nav: {
    home: 'Inicio',
    states: 'Estados',
    plans: 'Planes',
    commitments: 'Compromisos',
    metrics: 'Métrica',
    about: 'Acerca y API',
  },
  footer: {
    more: 'Más',
    coverage: 'Qué falta por documentar',
    practices: 'Prácticas y herramientas',
    secretariats: 'Secretariados técnicos locales',
    compare: 'Comparar estados',
    timeline: 'Cronología',
    changes: 'Cambios',
    about:
      'Registro abierto y duradero de los planes, compromisos, estados y métricas de gobierno abierto en México. Cumplir no es lo mismo que cambiar algo: aquí se muestran por separado.',
    data: 'Datos',
    apiPage: 'Probar la API',
    api: 'API (Swagger)',
    openapi: 'Descripción OpenAPI',
    datapackage: 'Paquete de datos',
    aboutData: 'Acerca de los datos',
    credits: 'Licencia y créditos',
    licence: 'Datos compilados: CC BY 4.0, salvo los derechos de cada fuente.',
    map: 'Mapa de los estados:',
    privacy: 'Sin cookies, sin rastreo, sin servicios de terceros.',
  },
  common: {
    noData: 'Sin dato',
    yes: 'Sí',
    no: 'No',
    loading: 'Cargando…',
    of: (part: number, whole: number) => `${n(part)} de ${n(whole)}`,
    approximately: (value: number) => `más de ${n(value)}`,
    inSpanish: 'en español',
    inEnglish: 'en inglés',
    onlyInSpanish: 'Este texto solo existe en español',
    onlyInEnglish: 'Este texto solo existe en inglés',
    seeAll: 'Ver todo',
    state: 'Estado',
    states: (count: number) => `${n(count)} ${one(count, 'estado', 'estados')}`,
    inhabitants: (count: number) => `${n(count)} habitantes`,
    externalSource: 'fuente externa',
  },
  error: {
    title: 'No se pudieron cargar los datos',
    noAnswer: 'La API no respondió. Puede ser la conexión o que el servicio esté detenido; aquí no se muestra ningún dato guardado.',
    answered: (status: number) => `La API respondió con un error ${status}.`,
    retry: 'Reintentar',
    retrying: 'Reintentando…',
    notFoundTitle: 'Esta página no existe',
    notFound: 'La dirección no corresponde a ninguna página ni registro. Puede estar mal escrita o incompleta.',
    brokenTitle: 'Algo falló en esta página',
    broken: 'El error es nuestro. Volver a cargar la página puede bastar.',
    goHome: 'Ir al inicio',
    goStates: 'Ver los 32 estados',
  },
  empty: {
    title: 'Nada que mostrar',
    filtered: 'Ningún registro cumple con estos filtros.',
    clear: 'Quitar los filtros',
  },
  figure: {
    chart: 'Gráfica',
    map: 'Mapa',
    table: 'Tabla',
    views: 'Formas de ver estos datos',
    sourceAndMethod: 'Fuente y método',
    sources: 'Fuentes',
    method: 'Método',
    api: 'Ver en la API',
    download: 'Descargar',
    downloadAs: (format: string) => `Descargar en ${format}`,
    drawing: 'Dibujando la imagen…',
    drawFailed: 'No se pudo dibujar la imagen en este navegador',
    cite: 'Citar',
    citeHint: 'Cita de esta figura, con los datos tal como están hoy:',
    citation: ({ question, site, day, figure, data, sources, more }: CitationParts) =>
      [
        `«${question}», ${site}. Consultado el ${day}: ${figure}`,
        ...(data === undefined ? [] : [`Datos a esa fecha: ${data}`]),
        ...(sources.length === 0 ? [] : [sourcesOf(sources.join('; '), more)]),
      ].join('. '),
    sourcesOf,
    embed: 'Insertar',
    embedHint: 'Este HTML muestra la misma figura en otra página, siempre con los datos más recientes:',
    seeOnSite: 'Ver en OpenGov',
    copy: 'Copiar',
    close: 'Cerrar',
    copiedText: 'Copiado',
    copyTextFailed: 'No se pudo copiar: seleccione el texto',
    offlineTitle: 'Sin conexión',
    offline: 'Este dispositivo no está conectado a internet. Los datos se pedirán de nuevo en cuanto vuelva la conexión.',
    copyLink: 'Copiar enlace',
    copied: 'Enlace copiado',
    copyFailed: 'No se pudo copiar: use la barra de direcciones',
    noPublicAddress: 'sin dirección pública',
    classes: {
      each: 'Cada número es una clase; el cero va aparte.',
      counts: (width: number) => `Clases de ${n(width)} números enteros, del uno al máximo; el cero va aparte.`,
      index: (width: number) =>
        `Clases de igual anchura (${f.index(width)}), del valor menor al mayor; un valor en el límite cuenta en la clase de arriba.`,
      noData: 'Rayado: sin dato, que no es cero.',
    },
    legend: 'Leyenda: al elegir una clase se resaltan sus estados, y la tabla muestra solo esos',
    onlyClass: (label: string, count: number) => `Solo «${label}»: ${n(count)} ${one(count, 'estado', 'estados')}.`,
    allClasses: 'Ver todos',
    highlight: (label: string, count: number) => `${label}: ${n(count)} ${one(count, 'estado', 'estados')}. Resaltar`,
  },
  table: {
    sortBy: (column: string) => `Ordenar por ${column}`,
    sortedUp: 'orden ascendente',
    sortedDown: 'orden descendente',
    rows: (count: number) => `${n(count)} ${one(count, 'fila', 'filas')}`,
    scroll: 'La tabla se desplaza hacia los lados',
  },
  status: {
    label: {
      not_started: 'No iniciado',
      in_progress: 'En proceso',
      completed: 'Terminado',
      verified: 'Verificado',
      no_data: 'Sin dato',
    } satisfies Record<StatusKey, string>,
    meaning: {
      not_started: 'Una fuente dice que no ha comenzado.',
      in_progress: 'Una fuente dice que está en curso.',
      completed: 'Quien lo ejecuta lo da por terminado.',
      verified: 'Alguien distinto de quien lo ejecuta comprobó que se terminó.',
      no_data: 'Ninguna fuente consultada dice en qué estado está.',
    } satisfies Record<StatusKey, string>,
  },
  confidence: {
    documented: 'Documentado',
    presentation: 'Solo en la presentación',
    inferred: 'Inferido',
    documentedMeaning: 'Visto en una página pública.',
    presentationMeaning: 'Declarado solo en la presentación del INAI.',
    inferredMeaning: 'Concluido de otras fuentes; la nota dice cómo.',
  },
  home: {
    title: 'Gobierno abierto en México: qué se prometió, qué se hizo, qué cambió',
    headline: 'Qué prometió el gobierno abierto en México, qué se hizo y qué cambió.',
    minute: 'En un minuto',
    whoTakesPart: '¿Qué estados participan?',
    howManyFinished: '¿Cuántos compromisos se terminaron?',
    whatChanged: '¿Terminarlos cambió algo?',
    whatIsMissing: '¿Cuánto no está documentado?',
    finishedCount: (done: number, total: number) => `${n(done)} de ${n(total)}`,
    stated: 'declarado',
    documented: 'documentado aquí',
    statedTitle: 'Lo declarado y lo documentado',
    statedLede:
      'La presentación del INAI declara unas cifras; este sitio guarda los registros que pudieron encontrarse en fuentes públicas. Son dos números distintos y se muestran ambos.',
    coverage: (share: string) => `${share} documentado`,
    beyond: 'más de lo declarado',
    notRecorded: 'aún sin registros que contar',
    seeRows: (label: string) => `Ver los registros: ${label}`,
    mapQuestion: {
      participates: '¿Qué estados participan en la iniciativa local?',
      secretariat: '¿Qué estados tienen un secretariado técnico local?',
      stage: '¿Hasta dónde ha llegado cada estado?',
      plans_stated: '¿Cuántos planes locales se declaran en cada estado?',
      plans_documented: '¿Cuántos planes locales están documentados en cada estado?',
      commitments_documented: '¿Cuántos compromisos locales están documentados en cada estado?',
    },
    metricQuestion: (indicator: string, edition: number | undefined) => `¿Qué valor obtuvo cada estado en «${indicator}»${edition === undefined ? '' : `, ${edition}`}?`,
    statusQuestion: '¿Cuántos compromisos documentados se terminaron?',
    statusMethod:
      'Se cuentan los compromisos con registro en este sitio, nacionales y locales, por el estado de cumplimiento que reporta alguna fuente. Terminado: quien lo ejecuta lo da por terminado. Verificado: alguien más lo comprobó. Un compromiso del que ninguna fuente reporta el estado queda como «sin dato», nunca como no iniciado.',
    coverageQuestion: '¿Cuánto de lo declarado está documentado?',
    coverageMethod:
      'Declarado: la cifra de la presentación del INAI. Documentado: los registros de este sitio vistos en una página pública o inferidos de ellas con una nota. La cobertura es documentado entre declarado; cuando la cifra declarada es un mínimo («más de 120»), la cobertura es como mucho la que se muestra.',
    impactQuestion: 'Cumplir, ¿cambió algo?',
    impactMethod:
      'Cumplimiento: qué parte de los compromisos se dio por terminada y quién lo dice. Resultados: en cuántos compromisos el Mecanismo de Revisión Independiente (MRI) encontró cambios en la apertura del gobierno. Son medidas distintas, de fuentes distintas, y no se suman ni se promedian.',
    compliance: 'Cumplimiento',
    complianceHint: '¿Se hizo?',
    results: 'Resultados',
    resultsHint: '¿Cambió algo?',
    planName: (number: number) => `Plan nacional ${n(number)}`,
    noFigure: 'Ninguna fuente da una cifra',
  },
  answer: {
    participates: (yes: number, all: number, missing: string) =>
      `${n(yes)} de los ${n(all)} estados participan${missing ? `; no ${missing}` : ''}.`,
    secretariat: (have: number, all: number) =>
      `${n(have)} de los ${n(all)} estados tienen un secretariado documentado aquí.`,
    stage: (results: number, plans: number, none: number) =>
      `${n(results)} ${one(results, 'estado tiene', 'estados tienen')} resultados registrados; ${n(plans)} ${one(plans, 'llegó', 'llegaron')} al menos a un plan y ${n(none)} no ${one(none, 'participa', 'participan')}.`,
    counts: (have: number, all: number, top: string, max: number) =>
      have === 0
        ? `Ninguno de los ${n(all)} estados tiene uno.`
        : `${n(have)} de los ${n(all)} estados tienen al menos uno; el máximo es ${n(max)}, en ${top}.`,
    metric: (edition: number, low: string, lowest: number, high: string, highest: number, national: number | null, states: number) =>
      `En ${edition}, de ${f.index(lowest)} (${low}) a ${f.index(highest)} (${high})${national === null ? '' : `; el valor nacional es ${f.index(national)}`}${states < 32 ? `. Solo hay dato de ${n(states)} ${one(states, 'estado', 'estados')}` : ''}.`,
    noStateValues: (edition: number) => `La edición ${edition} no tiene valores por estado para este indicador.`,
    status: (done: number, total: number, unknown: number) =>
      `${n(done)} de ${n(total)} compromisos documentados ${one(done, 'figura como terminado', 'figuran como terminados')}; de ${n(unknown)} ninguna fuente dice en qué estado están.`,
    statusAllKnown: (done: number, total: number) =>
      `${n(done)} de ${n(total)} compromisos documentados ${one(done, 'figura como terminado', 'figuran como terminados')}.`,
    coverage: (documented: number, stated: number, share: string) =>
      `De ${n(stated)} compromisos locales declarados, ${n(documented)} ${one(documented, 'está documentado', 'están documentados')} aquí (${share}).`,
    missing: (missing: number, stated: number) =>
      `${n(missing)} de los ${n(stated)} compromisos locales declarados no tienen todavía un registro aquí.`,
    nothingMissing: (stated: number) => `Los ${n(stated)} compromisos locales declarados tienen un registro aquí.`,
    impact: (compliance: number, results: number, plans: number) =>
      `De ${n(plans)} planes nacionales, ${n(compliance)} ${one(compliance, 'tiene', 'tienen')} una cifra de cumplimiento y ${n(results)} una de resultados.`,
    impactBest: (plan: string, count: number, total: number, silent: number) =>
      `En el ${plan}, ${n(count)} de ${n(total)} compromisos mostraron resultados tempranos${silent === 0 ? '' : `; de ${n(silent)} ${one(silent, 'plan nacional', 'planes nacionales')} ninguna fuente lo dice`}.`,
    stateStage: (name: string, stage: string) => `${name} llegó hasta: ${stage.toLocaleLowerCase('es')}.`,
    stateNone: (name: string) => `${name} no participa en la iniciativa local.`,
    stateMetrics: (name: string, edition: number, indicator: string, value: number, national: number | null, rank: number, of: number) =>
      `En ${edition}, ${name} obtuvo ${f.index(value)} en «${indicator}», lugar ${n(rank)} de ${n(of)}${national === null ? '' : value === national ? '; igual que el valor nacional' : `; el valor nacional es ${f.index(national)}`}.`,
    noStateMetrics: (name: string) => `Ninguna edición tiene valores de ${name}.`,
    seats: (total: number, civil: number) =>
      `${n(total)} ${one(total, 'integrante', 'integrantes')} con nombre, ${n(civil)} de la sociedad civil.`,
  },
  measure: {
    choose: 'Medida',
    groupProgress: 'Avance',
    groupMetric: (edition: number) => `Métrica ${edition}`,
    participates: 'Participa en la iniciativa local',
    secretariat: 'Secretariado técnico local',
    stage: 'Etapa alcanzada',
    plans_stated: 'Planes declarados',
    plans_documented: 'Planes documentados',
    commitments_documented: 'Compromisos documentados',
    population: 'Población',
    geographic: 'Geográfico',
    tiles: 'Cuadrícula',
    shape: 'Forma del mapa',
    mapLabel: 'Mapa de los 32 estados',
    tilesLabel: 'Cuadrícula de los 32 estados, todos del mismo tamaño',
    classCount: (from: number, to: number) => (from === to ? n(from) : `${n(from)} a ${n(to)}`),
    classIndex: (from: number, to: number) => `${f.index(from)} a ${f.index(to)}`,
    participatesYes: 'Participa',
    participatesNo: 'No participa',
    secretariatYes: 'Documentado',
    secretariatNo: 'No documentado',
    method: {
      participates:
        'Estados que la presentación del INAI enumera como participantes en «Gobierno Abierto: Cocreación desde lo Local».',
      secretariat:
        'Estados cuyo secretariado técnico local figura en una fuente pública. La presentación declara más de los que se pudieron documentar: «no documentado» no significa que no exista.',
      stage:
        'La etapa más avanzada de la que hay registro: ninguna, declaración (participa), secretariado, plan (declarado o documentado), compromisos documentados, resultados (algún compromiso terminado o con un indicador observado). No implica que las anteriores estén documentadas.',
      plans_stated: 'Planes por estado según la presentación del INAI.',
      plans_documented: 'Planes con registro en este sitio, vistos en una página pública o inferidos con una nota.',
      commitments_documented:
        'Compromisos con registro en este sitio. Cero significa que no se encontró ninguno, no que no existan.',
    },
    metricMethod:
      'Valores de 0 a 1 de la Métrica de Gobierno Abierto. Las ediciones no siempre son comparables entre sí: cada una dice con cuál lo es.',
    classesEqual: 'Clases: intervalos del mismo ancho entre el valor menor y el mayor.',
    classesCount: 'Clases: cada valor o intervalos iguales de números enteros; el cero va aparte.',
  },
  stage: {
    none: 'No participa',
    declaration: 'Declaración',
    secretariat: 'Secretariado',
    plan: 'Plan',
    commitments: 'Compromisos documentados',
    results: 'Resultados',
    reached: 'hay registro',
    statedOnly: 'solo declarado',
    notReached: 'sin registro',
  },
  states: {
    title: 'Los estados',
    lede: 'Qué estados participan en la iniciativa local de gobierno abierto y hasta dónde ha llegado cada uno: declaración, secretariado, plan, compromisos, resultados.',
    columns: {
      name: 'Estado',
      stage: 'Etapa alcanzada',
      participates: 'Participa',
      declaration: 'Declaración',
      secretariat: 'Secretariado',
      plans: 'Planes declarados',
      plansDocumented: 'Planes documentados',
      commitments: 'Compromisos documentados',
      index: (edition: number) => `Índice ${edition}`,
      population: 'Población',
    },
    tableTitle: 'Todos los estados, lado a lado',
    compare: 'Comparar de 2 a 5 estados',
    secretariats: 'Ver los secretariados técnicos locales',
  },
  state: {
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
    installedUnknown: 'Fecha de instalación sin dato',
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
    plansOf: (stated: number, documented: number) => `${n(stated)} ${one(stated, 'declarado', 'declarados')}, ${n(documented)} ${one(documented, 'documentado', 'documentados')}`,
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
    metricsMethod:
      'Cada raya es un estado; el punto es este estado y la marca, el valor nacional de la misma edición. Escala de 0 a 1.',
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
  },
  placeholder: {
    title: 'Página en construcción',
    text: 'Esta página todavía no está lista. Mientras tanto, los mismos datos están completos en la API pública:',
  },
  problem: {
    eyebrow: 'Errores de la API',
    cause: 'Qué pasó',
    fix: 'Cómo resolverlo',
    example: 'Ejemplo',
    request: 'Petición',
    answer: 'Respuesta',
    others: 'Los demás errores',
    lede: 'Toda respuesta de error de la API es un documento application/problem+json (RFC 9457) cuyo «type» es la dirección de una de estas páginas.',
    unknown: 'No hay ningún error de la API con este nombre.',
  },
};

/** The shape that every language has: the same keys, the same arguments, any words. */
export type Messages = typeof es;
