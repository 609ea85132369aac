/** Local Technical Secretariats as rows: who has a seat, since when, and whether the dialogue is alive. Pure. */
import type { MeasureRow, Precision, Secretariat } from '$lib/api/types';
import type { Asked } from '$lib/measures/ask';
import { coded } from '$lib/measures/rows';
import { SECTORS } from './sectors';
import { verdictOf } from './stage';

export type SeatSector = (typeof SECTORS)[number];

export interface Seats {
  parts: { sector: SeatSector; count: number }[];
  total: number;
}

/** Seats as a source gives them; null where no source does. A sector that the source leaves out has no part. */
export function seatsOf(secretariat: Secretariat): Seats | null {
  const parts = SECTORS.flatMap((sector) => {
    const count = secretariat[`seats_${sector}`];
    return count === null || count === 0 ? [] : [{ sector, count }];
  });
  return parts.length === 0 ? null : { parts, total: parts.reduce((sum, { count }) => sum + count, 0) };
}

/** Of 1: how many of the seats are civil society's. */
export function civilShare(seats: Seats | null): number | null {
  return seats === null ? null : (seats.parts.find(({ sector }) => sector === 'civil_society')?.count ?? 0) / seats.total;
}

export interface Since {
  date: string;
  precision: Precision | null;
  /** The date is when it was already in place, not when it was installed. */
  atLatest: boolean;
}

export function sinceOf(
  secretariat: Pick<Secretariat, 'installed_on' | 'installed_on_precision' | 'in_place_by' | 'in_place_by_precision'>,
): Since | null {
  const { installed_on, installed_on_precision, in_place_by, in_place_by_precision } = secretariat;
  if (installed_on !== null) return { date: installed_on, precision: installed_on_precision as Precision | null, atLatest: false };
  if (in_place_by !== null) return { date: in_place_by, precision: in_place_by_precision as Precision | null, atLatest: true };
  return null;
}

export type Verdict = 'met' | 'not_met' | 'no_data';
const VERDICTS = { yes: 'met', no: 'not_met', unknown: 'no_data' } as const;

export interface SessionFact {
  state_id: string | null;
  held_on: string;
}

/** What measures say of the dialogue of each state. */
export interface DialogueMeasures {
  secretariats_meeting: Asked;
  sessions: Asked;
  agreements_fulfilled: Asked;
}

export interface Dialogue {
  verdict: Verdict;
  /** Sessions on record; undefined where none is: nobody says whether there were any. */
  sessions: MeasureRow | undefined;
  /** Agreements on record; undefined where none is. */
  agreements: MeasureRow | undefined;
  /** Days on which sessions were held. */
  dates: string[];
  last: string | null;
}

export function dialogueOf(state: string, measures: DialogueMeasures | undefined, sessions: readonly SessionFact[], today: Date): Dialogue {
  const until = today.toISOString().slice(0, 10);
  const dates = sessions.filter(({ state_id, held_on }) => state_id === state && held_on <= until).map(({ held_on }) => held_on);
  const of = (key: keyof DialogueMeasures) => measures && coded(measures[key], { state });
  return {
    verdict: VERDICTS[verdictOf(of('secretariats_meeting'))],
    sessions: of('sessions'),
    agreements: of('agreements_fulfilled'),
    dates,
    last: dates.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null),
  };
}

/** The months before today that a calendar strip shows: long enough to see a rhythm. */
export const STRIP_DAYS = 2 * 366;

/** Where a date lies on the strip that ends today, of 1; null for what is before it or still to come. */
export function onStrip(date: string, today: Date): number | null {
  const [day, end] = [Date.parse(`${date.slice(0, 10)}T00:00:00Z`), Date.parse(`${today.toISOString().slice(0, 10)}T00:00:00Z`)];
  const at = 1 - (end - day) / (STRIP_DAYS * 86_400_000);
  return at < 0 || at > 1 ? null : at;
}
