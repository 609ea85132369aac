import { formatFor } from '$lib/format/format';
import type { Words } from '$lib/i18n/words';

const f = formatFor('en');
const n = f.integer;
const some = (count: number, one: string, many: string) => `${n(count)} ${count === 1 ? one : many}`;

export default {
  title: 'Local Technical Secretariats',
  lede: 'A Local Technical Secretariat is the permanent space where society and government decide together. Who has a seat in each, since when it has existed, under which rules, whether it meets and whether it keeps its agreements.',
  seatsQuestion: 'Who has a seat in each secretariat?',
  seatsAnswer: (all, stated, known, atLeastHalf) =>
    `${some(all, 'secretariat is', 'secretariats are')} documented here${stated === null ? '' : ` of the ${n(stated)} that INAI states`}. For ${n(known)} a source gives the seats by sector; in ${n(atLeastHalf)} of them civil society has at least as many seats as government.`,
  seatsMethod:
    'Seats by sector as the source of each secretariat gives them, not by the members whose names are known. A sector that the source does not mention is not drawn. Where this register has none, it says “no record here”.',
  seats: (count) => some(count, 'seat', 'seats'),
  civilShare: 'Share of civil society',
  total: 'Seats',
  state: 'State',
  compare: 'Compare states',
  sinceQuestion: 'Since when has each existed, and under which rules?',
  sinceAnswer: (dated, first, firstDate, last, lastDate, rules, all) =>
    `The first with a known date of installation is ${first} (${firstDate}) and the last ${last} (${lastDate}); of ${n(all - dated)} it is only known that they existed by some date, or not even that. ${rules === 0 ? 'The rules document of none was found.' : `The rules document of ${n(rules)} was found.`}`,
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
    `It is not known: no session of ${all === 1 ? 'this secretariat' : `the ${n(all)} secretariats`} is recorded here, so it cannot be said whether they met in the last six months or kept their agreements.`,
  aliveAnswer: (met, notMet, unknown) =>
    `${n(met)} met in the last six months, ${n(notMet)} did not, and of ${n(unknown)} no session is recorded.`,
  aliveMethod: (from) =>
    `The six-month rule: at least one session in the last 183 days (since ${from}). “Not met” requires sessions on record and none within that time; without any session on record it is “no record here”. Agreements kept: of the agreements on record, those recorded as fulfilled.`,
  verdict: { met: 'Met', not_met: 'Not met', no_data: 'No record here' },
  rule: 'Session in the last six months',
  last: 'Last session',
  sessions: 'Sessions on record',
  agreements: 'Agreements kept',
  agreementsOf: (kept, all, unknown) => `${n(kept)} of ${n(all)}${unknown > 0 ? ` (${n(unknown)} without a record here)` : ''}`,
  session: 'A session',
  window: 'The last 183 days',
  membersQuestion: (name) => `Who are the members of the secretariat of ${name}?`,
  membersAnswer: (count, civil) =>
    count === 0
      ? 'There is no record here of who its members are.'
      : `${some(count, 'member', 'members')} by name, ${n(civil)} of civil society.`,
  choose: 'Secretariat of',
  unknownState: (code) => `“${code}” is not a state with a documented secretariat; another is shown.`,
  otherStates: 'The other states',
  otherStatesText: (count) =>
    `For ${some(count, 'state', 'states')} no secretariat is documented here. It does not mean that there is none:`,
} satisfies Words['secretariats'];
