import { english } from '$lib/i18n/sentence';
import { formatFor } from '$lib/format/format';
import type { Words } from '$lib/i18n/words';

const f = formatFor('en');
const n = f.integer;
const some = (count: number, one: string, many: string) => `${n(count)} ${count === 1 ? one : many}`;

export default {
  title: 'Local Technical Secretariats',
  lede: 'A Local Technical Secretariat was set up as a permanent space where society and government were to decide together. Who had a seat in each, since when, under which rules, when it was last seen, and whether it is on record as meeting.',
  seatsQuestion: 'Who had a seat in each secretariat when it was last heard of?',
  seatsMethod:
    'Seats by sector as the source of each secretariat gives them, not by the members whose names are known. A sector that the source does not mention is not drawn. Where this register has none, it says “no record here”.',
  seats: (count) => some(count, 'seat', 'seats'),
  civilShare: 'Share of civil society',
  total: 'Seats',
  state: 'State',
  compare: 'Compare states',
  sinceQuestion: 'Since when is each on record, when was it last seen, and under which rules?',
  sinceAnswer: (first, firstDate, last, lastDate) =>
    `The first with a date of installation on record is ${first} (${firstDate}) and the last ${last} (${lastDate}).`,
  sinceNone: 'There is no record here of the date of installation of any secretariat.',
  sinceMethod:
    'Date of installation according to the source, to the precision that it gives (day, month or year). Where the source only says that it already existed, a line ends at that date: it may have been installed at any time before. The rules document is linked only if it is public.',
  installed: 'Installed on',
  seen: 'Last seen',
  atLatest: (date) => `by ${date} at the latest`,
  installedKey: 'Date of installation',
  atLatestKey: 'Already existed on that date',
  rules: 'Rules document',
  rulesLink: 'Rules',
  members: 'Members by name',
  nothingKnown: (total) =>
    `No record here of any session: ${n(total)} ${f.one(total, 'secretariat, the only one on record', 'secretariats, all of those on record')}.`,
  aliveQuestion: 'Is it on record that the dialogue is still alive?',
  verdict: { met: 'Met', not_met: 'Not met', no_data: 'No record here' },
  rule: 'Session in the last six months',
  last: 'Last session',
  sessions: 'Sessions on record',
  agreements: 'Agreements kept',
  session: 'A session',
  membersQuestion: (name) => `Who were the members of the secretariat of ${english.the(name)} when it was last heard of?`,
  membersAnswer: (count, civil) =>
    count === 0
      ? 'There is no record here of who its members are.'
      : `${some(count, 'member', 'members')} by name, ${n(civil)} of civil society.`,
  choose: 'Secretariat of',
  unknownState: (code) => `“${code}” is not a state with a documented secretariat; another is shown.`,
  otherStates: 'The other states',
  otherStatesText: 'For these states no secretariat is documented here. It does not mean that there is none:',
} satisfies Words['secretariats'];
