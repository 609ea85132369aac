import { midSentence, spanish } from '$lib/i18n/sentence';
import type { Doubt } from '$lib/map/choropleth';
import type { CitationParts } from '$lib/figure/cite';
import { formatFor } from '$lib/format/format';
import type { StatusKey } from '$lib/vocabulary/status';
import failures from './failures';
import narrowed, { quoted } from './narrowed';
import voices from './voices';

const f = formatFor('es');
const { integer: n, one } = f;

const dataOf = (publishers: string[], others: boolean) => `Datos de ${f.list(others ? [...publishers, 'otros'] : publishers)}.`;

const sourcesOf = (names: string, more: number) =>
  `${names.includes('; ') || more > 0 ? 'Fuentes' : 'Fuente'}: ${names}${more === 0 ? '' : ` y ${n(more)} más`}.`;

/**
 * The words that every page has, in Spanish. Their shape is the contract: another language has the same keys with the same
 * arguments, or the build fails. Words for the API's codes are not here: they come from /api/v1/terms.
 */
export default {
  site: {
    name: 'OpenGov',
    place: 'México',
    sentence:
      'OpenGov registra lo que los planes de gobierno abierto de México prometieron, lo que se hizo y lo que consta que cambió, con la fuente de cada registro.',
    description: 'Planes, compromisos, estados y métricas de gobierno abierto en México, con la fuente de cada registro y una API pública.',
    skip: 'Saltar al contenido',
    mainNavigation: 'Principal',
    language: 'Idioma',
    toDark: 'Tema oscuro',
    toLight: 'Tema claro',
  },
  nav: {
    home: 'Inicio',
    states: 'Estados',
    compare: 'Comparar',
    secretariats: 'Secretariados',
    dialogue: 'Diálogo',
    plans: 'Planes',
    commitments: 'Compromisos',
    themes: 'Temas',
    coverage: 'Qué falta',
    timeline: 'Cronología',
    metrics: 'Métrica',
    about: 'Acerca y API',
  },
  search: {
    everything: 'Buscar en todo el sitio',
    button: 'Buscar',
  },
  footer: {
    more: 'Más',
    measures: 'Qué significa cada cifra',
    practices: 'Prácticas y herramientas',
    secretariats: 'Secretariados técnicos locales',
    compare: 'Comparar estados',
    organizations: 'Organizaciones',
    changes: 'Cambios',
    about:
      'Registro abierto y duradero de los planes, compromisos, estados y métricas de gobierno abierto en México. Cumplir no es lo mismo que cambiar algo: aquí se muestran por separado.',
    data: 'Datos',
    apiPage: 'Probar la API',
    builder: 'Widgets para otros sitios',
    api: 'API (Swagger)',
    openapi: 'Descripción OpenAPI',
    datapackage: 'Paquete de datos',
    aboutData: 'Acerca de los datos',
    credits: 'Licencia y créditos',
    licence: 'Datos compilados: CC BY 4.0, salvo los derechos de cada fuente.',
    map: 'Mapa de los estados:',
    privacy: 'Sin cookies, sin rastreo, sin servicios de terceros.',
  },
  correction: {
    link: 'Corregir este registro',
    figure: 'Corregir esta figura',
    subject: (id: string) => `Corrección de ${id}`,
    body: (title: string, address: string, version: number | undefined) =>
      `${title}\n${address}${version === undefined ? '' : ` (versión ${version})`}\n\nQué dice y qué debería decir:\n\nFuente pública que lo muestra:\n`,
  },
  operator: {
    title: 'Quién mantiene este sitio',
    nobody: 'Quien opera este servicio no lo ha dicho aquí, ni cómo avisarle de un error.',
    runBy: 'Este sitio lo mantiene',
    contact: 'Contacto',
    repository: 'Repositorio',
    corrections: 'Cada registro y cada figura tienen junto a sus fuentes un enlace para corregirlos.',
  },
  organization: {
    until: (year: string) => `hasta ${year}`,
    then: (name: string) => `después, ${name}`,
    about: (name: string) => `Qué consta de ${name}`,
  },
  common: {
    noData: 'Sin registro aquí',
    yes: 'Sí',
    no: 'No',
    loading: 'Cargando…',
    of: (part: number, whole: number) => `${n(part)} de ${n(whole)}`,
    ofStated: (documented: number, stated: number, atLeast: boolean) => `${n(documented)} de ${atLeast ? 'más de ' : ''}${n(stated)}`,
    beside: (documented: number, stated: number, atLeast: boolean) =>
      `${n(documented)} aquí; declarado: ${atLeast ? 'más de ' : ''}${n(stated)}`,
    statedAlone: (stated: number, atLeast: boolean) => `declarado: ${atLeast ? 'más de ' : ''}${n(stated)}; sin registro aquí`,
    approximately: (value: number) => `más de ${n(value)}`,
    onlyInSpanish: 'Este texto solo existe en español',
    onlyInEnglish: 'Este texto solo existe en inglés',
    seeAll: 'Ver todo',
    /** Entre un número y el total del que es parte. */
    outOf: 'de',
    state: 'Estado',
    states: (count: number) => `${n(count)} ${one(count, 'estado', 'estados')}`,
  },
  error: failures,
  empty: {
    title: 'Nada que mostrar',
    filtered: 'Ningún registro cumple con estos filtros.',
    clear: 'Quitar los filtros',
    ignored: (names: string) => `Esta página no filtra por ${names}: no cambia nada de lo que se muestra.`,
  },
  figure: {
    chart: 'Gráfica',
    map: 'Mapa',
    table: 'Tabla',
    views: 'Formas de ver estos datos',
    keys: 'Las flechas llevan de un punto a otro; Intro sigue su enlace.',
    sourceAndMethod: 'Fuente y método',
    definitions: 'Definiciones',
    sources: 'Fuentes',
    api: 'Ver en la API',
    download: 'Descargar',
    downloadAs: (format: string) => `Descargar en ${format}`,
    drawing: 'Dibujando la imagen…',
    drawFailed: 'No se pudo dibujar la imagen en este navegador',
    cite: 'Citar',
    citeHint: 'Cita de esta figura, con los datos tal como están hoy:',
    citation: ({ question, site, operator, publishers, others, day, figure, data, sources, more, basis }: CitationParts) =>
      [
        `«${quoted(question)}», ${operator === undefined ? site : `${site} (${operator})`}.${publishers.length === 0 ? '' : ` ${dataOf(publishers, others)}`} Consultado el ${day}: ${figure}`,
        ...(data === undefined ? [] : [`Datos a esa fecha: ${data}`]),
        ...(sources.length > 0 ? [sourcesOf(sources.join('; '), more)] : basis === undefined ? [] : [basis]),
      ].join('. '),
    sourcesOf,
    dataOf,
    ofCounted: 'Fuentes: las de cada registro que se cuenta.',
    ofRecords: 'Fuentes: las de cada registro de esos datos.',
    embed: 'Insertar',
    copy: 'Copiar',
    close: 'Cerrar',
    copiedText: 'Copiado',
    copyTextFailed: 'No se pudo copiar: seleccione el texto',
    offlineTitle: 'Sin conexión',
    offline: 'Este dispositivo no está conectado a internet. Los datos se pedirán de nuevo en cuanto vuelva la conexión.',
    copyLink: 'Copiar enlace',
    copied: 'Enlace copiado',
    copyFailed: 'No se pudo copiar: use la barra de direcciones',
    kindUnknown: 'tipo de fuente sin registro aquí',
    mirror: (who: string) => `copia leída en ${who}`,
    original: 'el original',
    publishers: (by: readonly { name: string; count: number }[]) =>
      `${by.map(({ name, count }) => (count === 1 ? name : `${name} (${n(count)} fuentes)`)).join('; ')}. Cada fuente está en la dirección de abajo.`,
    noPublicAddress: 'sin dirección pública',
    classes: {
      each: 'Cada número es una clase; el cero va aparte.',
      counts: (width: number) =>
        `Clases de ${n(width)} ${one(width, 'número entero', 'números enteros')}, del uno al máximo; el cero va aparte.`,
      index: (width: number) =>
        `Clases de igual anchura (${f.index(width)}), del valor menor al mayor; cada valor, a dos decimales, está en la clase que lo nombra.`,
      noData: 'Rayado: sin registro aquí, que no es cero.',
    },
    legend: 'Leyenda: al elegir una clase se resaltan sus estados, y la tabla muestra solo esos',
    onlyClass: (label: string, count: number) => `Solo «${label}»: ${n(count)} ${one(count, 'estado', 'estados')}.`,
    allClasses: 'Ver todos',
    highlight: (label: string, count: number) => `${label}: ${n(count)} ${one(count, 'estado', 'estados')}. Resaltar`,
  },
  table: { printed: (shown: number, total: number, address: string) => `Aquí van ${n(shown)} de ${n(total)}; todos están en ${address}` },
  status: {
    meaning: {
      not_started: 'Una fuente dice que no ha comenzado.',
      in_progress: 'Una fuente dice que está en curso.',
      completed: 'Quien lo ejecuta lo da por terminado.',
      verified: 'Alguien distinto de quien lo ejecuta comprobó que se terminó.',
      no_data: 'Aquí no hay registro de en qué estado está.',
    } satisfies Record<StatusKey, string>,
  },
  confidence: {
    documented: 'Documentado',
    presentation: 'Solo en la presentación',
    inferred: 'Inferido',
    disputed: 'En disputa',
    documentedMeaning: 'Visto en una página pública.',
    presentationMeaning: 'Declarado solo en la presentación del INAI.',
    inferredMeaning: 'Concluido de otras fuentes; la nota dice cómo.',
    disputedMeaning: 'Otras fuentes lo contradicen: en mapas y clasificaciones se dice así, sin valor, y no entra en promedios.',
    undescribed: 'Sin título ni fecha',
    undescribedMeaning: 'Otra fuente dice que existe, sin más: no consta su título ni una fecha.',
  },
  answer: {
    stage: (all: readonly { label: string; count: number }[], furthest: readonly string[]) =>
      [all.map(({ label, count }) => `${label}: ${n(count)}`).join('; '), ...furthest].map((each) => `${each}.`).join(' '),
    counts: (have: number, top: readonly string[], max: number) =>
      have === 0
        ? 'De ningún estado consta uno.'
        : `${n(have)} ${one(have, 'estado tiene', 'estados tienen')} al menos uno; el máximo es ${n(max)}, ${top.length <= 6 ? f.list(top.map(spanish.en)) : `en ${n(top.length)} estados`}.`,
    metric: (edition: string, low: string, lowest: number, high: string, highest: number, national: number | null, states: number) =>
      `En la edición ${edition}, de ${f.index(lowest)} (${low}) a ${f.index(highest)} (${high})${national === null ? '' : `; el valor nacional es ${f.index(national)}`}${states < 32 ? `. Solo hay dato de ${n(states)} ${one(states, 'estado', 'estados')}` : ''}.`,
    noted: (list: string[]) => `Con reserva: el valor de ${f.list(list)} tiene una nota que dice qué hay de dudoso en él.`,
    noStateValues: (edition: string) =>
      `De este indicador no constan aquí valores por estado que no estén en disputa en la edición ${edition}.`,
  },
  measure: {
    edition: 'Edición',
    editionName: (edition: number, measured: number) => `${edition} (medición de ${measured})`,
    choose: 'Medida',
    groupProgress: 'Avance',
    participates: 'Se sumó a la iniciativa local',
    secretariat: 'Secretariado técnico local',
    stage: 'Etapa alcanzada',
    plans_stated: 'Planes que cuenta la presentación',
    plans_documented: 'Planes documentados, también posteriores y municipales',
    commitments_documented: 'Compromisos documentados, de todos sus planes',
    geographic: 'Geográfico',
    tiles: 'Cuadrícula',
    keys: 'Las flechas llevan de un estado a otro; Intro abre su página.',
    inset: 'El centro, ampliado',
    shape: 'Forma del mapa',
    mapLabel: 'Mapa de los 32 estados',
    tilesLabel: 'Cuadrícula de los 32 estados, todos del mismo tamaño',
    classCount: (from: number, to: number) => (from === to ? n(from) : `${n(from)} a ${n(to)}`),
    classIndex: (from: number, to: number) => (from === to ? f.index(from) : `${f.index(from)} a ${f.index(to)}`),
    participatesYes: 'Se sumó',
    participatesNo: 'No se sumó',
    secretariatYes: 'Documentado',
  },
  /** Quién dice una cifra: una voz de un plan en conjunto, o el conteo de lo codificado aquí. */
  narrowed,
  voices,
  proposal: { untitled: (id: string) => `Propuesta ${id}` },
  commitment: {
    theme: 'Tema',
    completion: 'Cumplimiento, evaluado',
    changed: 'Resultados tempranos',
    untitled: (id: string) => `Compromiso ${id} (título sin registro aquí)`,
    numbered: (number: number) => `n.º ${n(number)}`,
    cut: 'título cortado en la copia que consta',
  },
  plan: {
    national: (number: number) => `Plan nacional ${n(number)}`,
    local: (number: number) => `Plan local ${n(number)}`,
    municipal: (number: number, place: string | null) => `Plan municipal ${n(number)}${place === null ? '' : ` (${place})`}`,
    inegi: (code: string) => `INEGI ${code}`,
    published: 'Publicado',
    /** Of what a source says how many there are, none on record here is a count. */
    noneOf: (stated: number) => `ninguno de ${n(stated)}`,
    ofYear: (kind: string, year: string) => `${kind}, ${year}`,
    of: (place: string, kind: string) => `${place}: ${midSentence(kind, 'es')}`,
    untitled: (short: string) => `${short} (título sin registro aquí)`,
  },
  stage: {
    title: 'Etapa alcanzada',
    none: 'No se sumó',
    declaration: 'Adhesión',
    secretariat: 'Secretariado',
    plan: 'Plan',
    commitments: 'Compromisos documentados',
    results: 'Resultados',
    doubted: (step: string, doubt: Doubt) =>
      `${step} (${{ presentation: 'solo en la presentación', undescribed: 'mencionado, sin título ni fecha' }[doubt]})`,
    told: (steps: readonly { label: string; names: readonly string[] }[], doubt: Doubt) =>
      `${{ presentation: 'De estos pasos solo habla la presentación del INAI.', undescribed: 'Otra fuente menciona estos pasos y no da título ni fecha.' }[doubt]} ${steps.map(({ label, names }) => `${label}: ${f.list(names)}`).join('; ')}.`,
    asOf: (text: string, day: string) => `${text} (visto por última vez: ${day})`,
    by: (step: string, records: number, of: number) => `${step}, por ${n(records)} de ${n(of)} ${one(of, 'compromiso', 'compromisos')}`,
    presentedDrawn: 'En el mapa su borde es discontinuo.',
    verdict: { yes: 'hay registro', no: 'no', unknown: 'sin registro aquí' },
  },
};
