import { formatFor } from '$lib/format/format';
import type { Language } from '$lib/i18n/language';
import type { Verdict } from '$lib/records/secretariats';

const fEs = formatFor('es');
const fEn = formatFor('en');
const nEs = fEs.integer;
const nEn = fEn.integer;
const someEs = (count: number, one: string, many: string) => `${nEs(count)} ${count === 1 ? one : many}`;
const someEn = (count: number, one: string, many: string) => `${nEn(count)} ${count === 1 ? one : many}`;

const es = {
  title: 'Secretariados técnicos locales',
  lede: 'Un secretariado técnico local es el espacio permanente donde sociedad y gobierno deciden juntos. Quién tiene un lugar en cada uno, desde cuándo existe, con qué reglas, si se reúne y si cumple sus acuerdos.',
  seatsQuestion: '¿Quién tiene un lugar en cada secretariado?',
  seatsAnswer: (all: number, stated: number | null, known: number, atLeastHalf: number) =>
    `Aquí hay ${someEs(all, 'secretariado documentado', 'secretariados documentados')}${stated === null ? '' : ` de los ${nEs(stated)} que declara el INAI`}. De ${nEs(known)} una fuente dice los lugares por sector; en ${nEs(atLeastHalf)} de ellos la sociedad civil tiene al menos tantos lugares como el gobierno.`,
  seatsMethod:
    'Lugares por sector según la fuente de cada secretariado, no según los integrantes cuyo nombre se conoce. Un sector que la fuente no menciona no se dibuja. «Sin dato»: ninguna fuente consultada dice cómo se reparten los lugares.',
  seats: (count: number) => someEs(count, 'lugar', 'lugares'),
  civilShare: 'Parte de la sociedad civil',
  total: 'Lugares',
  state: 'Estado',
  compare: 'Comparar estados',
  sinceQuestion: '¿Desde cuándo existe cada uno y con qué reglas?',
  sinceAnswer: (dated: number, first: string, firstDate: string, last: string, lastDate: string, rules: number, all: number) =>
    `El primero con fecha de instalación conocida es ${first} (${firstDate}) y el último ${last} (${lastDate}); de ${nEs(all - dated)} solo se sabe que ya existían en cierta fecha, o ni eso. ${rules === 0 ? 'De ninguno se halló el documento de reglas.' : `De ${nEs(rules)} se halló el documento de reglas.`}`,
  sinceNone: 'De ningún secretariado se conoce la fecha de instalación.',
  sinceMethod:
    'Fecha de instalación según la fuente, con la precisión que da (día, mes o año). Cuando la fuente solo dice que ya existía, se dibuja una línea que termina en esa fecha: pudo instalarse en cualquier momento anterior. El documento de reglas solo se enlaza si es público.',
  installed: 'Instalado',
  atLatest: (date: string) => `a más tardar en ${date}`,
  installedKey: 'Fecha de instalación',
  atLatestKey: 'Ya existía en esa fecha',
  rules: 'Documento de reglas',
  rulesLink: 'Reglas',
  members: 'Integrantes con nombre',
  aliveQuestion: '¿El diálogo está vivo?',
  aliveNone: (all: number) =>
    `No se sabe: aquí no hay ninguna sesión registrada de ${all === 1 ? 'este secretariado' : `los ${nEs(all)} secretariados`}, así que no puede decirse si se reunieron en los últimos seis meses ni si cumplieron sus acuerdos.`,
  aliveAnswer: (met: number, notMet: number, unknown: number) =>
    `${nEs(met)} ${met === 1 ? 'se reunió' : 'se reunieron'} en los últimos seis meses, ${nEs(notMet)} no, y de ${nEs(unknown)} no hay ninguna sesión registrada.`,
  aliveMethod: (from: string) =>
    `La regla de los seis meses: al menos una sesión en los últimos 183 días (desde el ${from}). «No se cumple» exige que haya sesiones registradas y ninguna en ese plazo; sin ninguna sesión registrada es «sin dato». Acuerdos cumplidos: de los acuerdos registrados, los que constan como cumplidos.`,
  verdict: { met: 'Se cumple', not_met: 'No se cumple', no_data: 'Sin dato' } as Record<Verdict, string>,
  rule: 'Sesión en los últimos seis meses',
  last: 'Última sesión',
  sessions: 'Sesiones registradas',
  agreements: 'Acuerdos cumplidos',
  agreementsOf: (kept: number, all: number, unknown: number) => `${nEs(kept)} de ${nEs(all)}${unknown > 0 ? ` (${nEs(unknown)} sin dato)` : ''}`,
  session: 'Una sesión',
  window: 'Los últimos 183 días',
  membersQuestion: (name: string) => `¿Quiénes integran el secretariado de ${name}?`,
  membersAnswer: (count: number, civil: number) =>
    count === 0 ? 'Ninguna fuente consultada nombra a sus integrantes.' : `${someEs(count, 'integrante', 'integrantes')} con nombre, ${nEs(civil)} de la sociedad civil.`,
  choose: 'Secretariado de',
  unknownState: (code: string) => `«${code}» no es un estado con secretariado documentado; se muestra otro.`,
  otherStates: 'Los demás estados',
  otherStatesText: (count: number) => `De ${someEs(count, 'estado', 'estados')} no hay un secretariado documentado aquí. No significa que no exista:`,
};
export type SecretariatMessages = typeof es;

const en: SecretariatMessages = {
  title: 'Local Technical Secretariats',
  lede: 'A Local Technical Secretariat is the permanent space where society and government decide together. Who has a seat in each, since when it has existed, under which rules, whether it meets and whether it keeps its agreements.',
  seatsQuestion: 'Who has a seat in each secretariat?',
  seatsAnswer: (all, stated, known, atLeastHalf) =>
    `${someEn(all, 'secretariat is', 'secretariats are')} documented here${stated === null ? '' : ` of the ${nEn(stated)} that INAI states`}. For ${nEn(known)} a source gives the seats by sector; in ${nEn(atLeastHalf)} of them civil society has at least as many seats as government.`,
  seatsMethod:
    'Seats by sector as the source of each secretariat gives them, not by the members whose names are known. A sector that the source does not mention is not drawn. “No data”: no source that was consulted says how the seats are shared.',
  seats: (count) => someEn(count, 'seat', 'seats'),
  civilShare: 'Share of civil society',
  total: 'Seats',
  state: 'State',
  compare: 'Compare states',
  sinceQuestion: 'Since when has each existed, and under which rules?',
  sinceAnswer: (dated, first, firstDate, last, lastDate, rules, all) =>
    `The first with a known date of installation is ${first} (${firstDate}) and the last ${last} (${lastDate}); of ${nEn(all - dated)} it is only known that they existed by some date, or not even that. ${rules === 0 ? 'The rules document of none was found.' : `The rules document of ${nEn(rules)} was found.`}`,
  sinceNone: 'The date of installation of no secretariat is known.',
  sinceMethod:
    'Date of installation according to the source, to the precision that it gives (day, month or year). Where the source only says that it already existed, a line ends at that date: it may have been installed at any time before. The rules document is linked only if it is public.',
  installed: 'Installed on',
  atLatest: (date) => `by ${date} at the latest`,
  installedKey: 'Date of installation',
  atLatestKey: 'Already existed on that date',
  rules: 'Rules document',
  rulesLink: 'Rules',
  members: 'Members by name',
  aliveQuestion: 'Is the dialogue alive?',
  aliveNone: (all) =>
    `It is not known: no session of ${all === 1 ? 'this secretariat' : `the ${nEn(all)} secretariats`} is recorded here, so it cannot be said whether they met in the last six months or kept their agreements.`,
  aliveAnswer: (met, notMet, unknown) => `${nEn(met)} met in the last six months, ${nEn(notMet)} did not, and of ${nEn(unknown)} no session is recorded.`,
  aliveMethod: (from) =>
    `The six-month rule: at least one session in the last 183 days (since ${from}). “Not met” requires sessions on record and none within that time; without any session on record it is “no data”. Agreements kept: of the agreements on record, those recorded as fulfilled.`,
  verdict: { met: 'Met', not_met: 'Not met', no_data: 'No data' },
  rule: 'Session in the last six months',
  last: 'Last session',
  sessions: 'Sessions on record',
  agreements: 'Agreements kept',
  agreementsOf: (kept, all, unknown) => `${nEn(kept)} of ${nEn(all)}${unknown > 0 ? ` (${nEn(unknown)} with no data)` : ''}`,
  session: 'A session',
  window: 'The last 183 days',
  membersQuestion: (name) => `Who are the members of the secretariat of ${name}?`,
  membersAnswer: (count, civil) => (count === 0 ? 'No source that was consulted names its members.' : `${someEn(count, 'member', 'members')} by name, ${nEn(civil)} of civil society.`),
  choose: 'Secretariat of',
  unknownState: (code) => `“${code}” is not a state with a documented secretariat; another is shown.`,
  otherStates: 'The other states',
  otherStatesText: (count) => `For ${someEn(count, 'state', 'states')} no secretariat is documented here. It does not mean that there is none:`,
};

export const MESSAGES: Readonly<Record<Language, SecretariatMessages>> = { es, en };
