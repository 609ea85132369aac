import { spanish } from '$lib/i18n/sentence';
import { formatFor } from '$lib/format/format';
import type { Verdict } from '$lib/records/secretariats';

const f = formatFor('es');
const n = f.integer;
const some = (count: number, one: string, many: string) => `${n(count)} ${count === 1 ? one : many}`;

export default {
  title: 'Secretariados técnicos locales',
  lede: 'Un secretariado técnico local se creó como espacio permanente donde sociedad y gobierno decidieran juntos. Quién tenía un lugar en cada uno, desde cuándo, con qué reglas, cuándo se le vio por última vez y si consta que se reuniera.',
  seatsQuestion: '¿Quién tenía un lugar en cada secretariado, según lo último que se supo?',
  seatsMethod:
    'Lugares por sector según la fuente de cada secretariado, no según los integrantes cuyo nombre se conoce. Un sector que la fuente no menciona no se dibuja. Donde este registro no los tiene, dice «sin registro aquí».',
  seats: (count: number) => some(count, 'lugar', 'lugares'),
  civilShare: 'Parte de la sociedad civil',
  total: 'Lugares',
  state: 'Estado',
  compare: 'Comparar estados',
  sinceQuestion: '¿Desde cuándo consta cada uno, cuándo se vio por última vez y con qué reglas?',
  sinceAnswer: (first: string, firstDate: string, last: string, lastDate: string) =>
    `El primero con fecha de instalación registrada es ${first} (${firstDate}) y el último ${last} (${lastDate}).`,
  sinceNone: 'De ningún secretariado se conoce la fecha de instalación.',
  sinceMethod:
    'Fecha de instalación según la fuente, con la precisión que da (día, mes o año). Cuando la fuente solo dice que ya existía, se dibuja una línea que termina en esa fecha: pudo instalarse en cualquier momento anterior. El documento de reglas solo se enlaza si es público.',
  installed: 'Instalado',
  seen: 'Visto por última vez',
  atLatest: (date: string) => `a más tardar en ${date}`,
  installedKey: 'Fecha de instalación',
  atLatestKey: 'Ya existía en esa fecha',
  rules: 'Documento de reglas',
  rulesLink: 'Reglas',
  members: 'Integrantes con nombre',
  nothingKnown: (total: number) =>
    `Sin registro aquí de ninguna sesión: ${n(total)} ${f.one(total, 'secretariado, el único que consta', 'secretariados, todos los que constan')}.`,
  aliveQuestion: '¿Consta que el diálogo siga vivo?',
  verdict: { met: 'Cumplido', not_met: 'No cumplido', no_data: 'Sin registro aquí' } as Record<Verdict, string>,
  rule: 'Sesión en los últimos seis meses',
  last: 'Última sesión',
  sessions: 'Sesiones registradas',
  agreements: 'Acuerdos cumplidos',
  session: 'Una sesión',
  membersQuestion: (name: string) => `¿Quiénes integraban el secretariado ${spanish.de(name)}, según lo último que se supo?`,
  membersAnswer: (count: number, civil: number) =>
    count === 0
      ? 'No hay registro aquí de quiénes eran sus integrantes.'
      : `${some(count, 'integrante', 'integrantes')} con nombre, ${n(civil)} de la sociedad civil.`,
  choose: 'Secretariado de',
  unknownState: (code: string) => `«${code}» no es un estado con secretariado documentado; se muestra otro.`,
  otherStates: 'Los demás estados',
  otherStatesText: 'De estos estados no hay un secretariado documentado aquí. No significa que no exista:',
};
