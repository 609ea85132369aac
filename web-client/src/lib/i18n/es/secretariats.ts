import { formatFor } from '$lib/format/format';
import type { Verdict } from '$lib/records/secretariats';

const f = formatFor('es');
const n = f.integer;
const some = (count: number, one: string, many: string) => `${n(count)} ${count === 1 ? one : many}`;

export default {
  title: 'Secretariados técnicos locales',
  lede: 'Un secretariado técnico local es el espacio permanente donde sociedad y gobierno deciden juntos. Quién tiene un lugar en cada uno, desde cuándo existe, con qué reglas, si se reúne y si cumple sus acuerdos.',
  seatsQuestion: '¿Quién tiene un lugar en cada secretariado?',
  seatsAnswer: (all: number, stated: number | null, known: number, atLeastHalf: number) =>
    `Aquí hay ${some(all, 'secretariado documentado', 'secretariados documentados')}${stated === null ? '' : ` de los ${n(stated)} que declara el INAI`}. De ${n(known)} una fuente dice los lugares por sector; en ${n(atLeastHalf)} de ellos la sociedad civil tiene al menos tantos lugares como el gobierno.`,
  seatsMethod:
    'Lugares por sector según la fuente de cada secretariado, no según los integrantes cuyo nombre se conoce. Un sector que la fuente no menciona no se dibuja. Donde este registro no los tiene, dice «sin registro aquí».',
  seats: (count: number) => some(count, 'lugar', 'lugares'),
  civilShare: 'Parte de la sociedad civil',
  total: 'Lugares',
  state: 'Estado',
  compare: 'Comparar estados',
  sinceQuestion: '¿Desde cuándo existe cada uno y con qué reglas?',
  sinceAnswer: (dated: number, first: string, firstDate: string, last: string, lastDate: string, rules: number, all: number) =>
    `El primero con fecha de instalación conocida es ${first} (${firstDate}) y el último ${last} (${lastDate}); de ${n(all - dated)} solo se sabe que ya existían en cierta fecha, o ni eso. ${rules === 0 ? 'De ninguno se halló el documento de reglas.' : `De ${n(rules)} se halló el documento de reglas.`}`,
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
    `No se sabe: aquí no hay ninguna sesión registrada de ${all === 1 ? 'este secretariado' : `los ${n(all)} secretariados`}, así que no puede decirse si se reunieron en los últimos seis meses ni si cumplieron sus acuerdos.`,
  aliveAnswer: (met: number, notMet: number, unknown: number) =>
    `${n(met)} ${met === 1 ? 'se reunió' : 'se reunieron'} en los últimos seis meses, ${n(notMet)} no, y de ${n(unknown)} no hay ninguna sesión registrada.`,
  aliveMethod: (from: string) =>
    `La regla de los seis meses: al menos una sesión en los últimos 183 días (desde el ${from}). «No se cumple» exige que haya sesiones registradas y ninguna en ese plazo; sin ninguna sesión registrada es «sin registro aquí». Acuerdos cumplidos: de los acuerdos registrados, los que constan como cumplidos.`,
  verdict: { met: 'Se cumple', not_met: 'No se cumple', no_data: 'Sin registro aquí' } as Record<Verdict, string>,
  rule: 'Sesión en los últimos seis meses',
  last: 'Última sesión',
  sessions: 'Sesiones registradas',
  agreements: 'Acuerdos cumplidos',
  agreementsOf: (kept: number, all: number, unknown: number) =>
    `${n(kept)} de ${n(all)}${unknown > 0 ? ` (${n(unknown)} sin registro aquí)` : ''}`,
  session: 'Una sesión',
  window: 'Los últimos 183 días',
  membersQuestion: (name: string) => `¿Quiénes integran el secretariado de ${name}?`,
  membersAnswer: (count: number, civil: number) =>
    count === 0
      ? 'No hay registro aquí de quiénes son sus integrantes.'
      : `${some(count, 'integrante', 'integrantes')} con nombre, ${n(civil)} de la sociedad civil.`,
  choose: 'Secretariado de',
  unknownState: (code: string) => `«${code}» no es un estado con secretariado documentado; se muestra otro.`,
  otherStates: 'Los demás estados',
  otherStatesText: (count: number) =>
    `De ${some(count, 'estado', 'estados')} no hay un secretariado documentado aquí. No significa que no exista:`,
};
