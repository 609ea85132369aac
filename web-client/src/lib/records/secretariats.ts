/** Local Technical Secretariats as rows: who has a seat, since when, and whether the dialogue is alive. Pure. */
import type { Precision, Secretariat } from '$lib/api/types';

export const SECTORS = ['civil_society', 'government', 'oversight_body', 'autonomous_body'] as const;
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

/** The rule that co-creation health uses: a session in the last 183 days. */
export const RULE_DAYS = 183;
export type Verdict = 'met' | 'not_met' | 'no_data';

export interface SessionFact {
  id: string;
  state_id: string | null;
  held_on: string;
}
export interface AgreementFact {
  session_id: string;
  fulfilled: boolean | null;
}

export interface Dialogue {
  verdict: Verdict;
  /** Sessions on record, and those of the last 183 days; null where none is on record: nobody says whether there were any. */
  sessions: number | null;
  recent: number | null;
  last: string | null;
  /** Days on which sessions were held. */
  dates: readonly string[];
  /** Agreements on record, and those of which it is known that they were kept or not; null where none is. */
  agreements: { kept: number; broken: number; unknown: number } | null;
}

export function ruleStart(today: Date): string {
  return new Date(today.getTime() - RULE_DAYS * 86_400_000).toISOString().slice(0, 10);
}

/** No session on record is "no data", never "not met": nobody says that there were none. */
export function dialogueOf(state: string, sessions: readonly SessionFact[], agreements: readonly AgreementFact[], today: Date): Dialogue {
  const [from, until] = [ruleStart(today), today.toISOString().slice(0, 10)];
  const own = sessions.filter(({ state_id, held_on }) => state_id === state && held_on <= until);
  const ids = new Set(own.map(({ id }) => id));
  const kept = agreements.filter(({ session_id }) => ids.has(session_id));
  const count = (value: boolean | null) => kept.filter(({ fulfilled }) => fulfilled === value).length;
  const recent = own.filter(({ held_on }) => held_on >= from).length;
  return {
    verdict: own.length === 0 ? 'no_data' : recent > 0 ? 'met' : 'not_met',
    sessions: own.length === 0 ? null : own.length,
    recent: own.length === 0 ? null : recent,
    last: own.reduce<string | null>((last, { held_on }) => (last === null || held_on > last ? held_on : last), null),
    dates: own.map(({ held_on }) => held_on),
    agreements: kept.length === 0 ? null : { kept: count(true), broken: count(false), unknown: count(null) },
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
