/** What a commitment's page concludes from its record. Pure. */
import type { Assessment, Commitment, CommitmentDetail, Confidence, Indicator, Milestone, Precision, Term } from '$lib/api/types';

/** A step of a scale: several codes can have the same number on it. */
export interface ScaleStep {
  codes: string[];
}
export interface Scale {
  steps: ScaleStep[];
  /** Which step the code is on. */
  at: number;
}

/** For codes without a number: their order from least to most. */
const UNNUMBERED: Readonly<Record<string, number>> = {
  low: 0,
  high: 1,
  not_started: 0,
  in_progress: 1,
  completed: 2,
  verified: 3,
  false: 0,
  true: 1,
};

/**
 * The scale that a code belongs to. A vocabulary can hold scales of several epochs (ambition has three); those of
 * one scale share a definition. Null where the code has no term.
 */
export function scaleOf(code: string, vocabulary: readonly Term[], oneScale = false): Scale | null {
  const term = vocabulary.find((each) => each.code === code);
  if (!term) return null;
  const own = oneScale ? vocabulary : vocabulary.filter(({ definition_en }) => definition_en === term.definition_en);
  const rank = (each: Term) => each.number ?? UNNUMBERED[each.code] ?? 0;
  const numbers = [...new Set(own.map(rank))].sort((a, b) => a - b);
  return {
    steps: numbers.map((number) => ({ codes: own.filter((each) => rank(each) === number).map((each) => each.code) })),
    at: numbers.indexOf(rank(term)),
  };
}

/** What each step is called: the one that is reached by its own code alone, for “did not change” is not “no results yet”. */
export function stepsOf(scale: Scale | null, code: string | null, label: (code: string) => string): string[] {
  return scale?.steps.map(({ codes }, i) => (i === scale.at && code !== null ? label(code) : codes.map(label).join(' / '))) ?? [];
}

/** The codes that a commitment shows, each with the aspect that an assessment speaks of. */
const ASPECT = {
  completion: 'completion',
  ambition: 'ambition',
  early_results: 'early_results',
  verifiable: 'verifiable',
  relevant: 'relevance',
} as const;
export type Coded = keyof typeof ASPECT;
export const CODED = Object.keys(ASPECT) as Coded[];

/** Which question a code answers; what was promised, what was done and what it changed are never mixed. */
export const SIDE = {
  verifiable: 'designed',
  relevant: 'designed',
  ambition: 'designed',
  status: 'done',
  completion: 'done',
  early_results: 'changed',
} as const satisfies Record<Coded | 'status', 'designed' | 'done' | 'changed'>;
export type Side = (typeof SIDE)[keyof typeof SIDE];

/** The assessment that says a code of the commitment: of the voice that the API names, the newest. Null where there is no code. */
export function shownAssessment(commitment: Pick<CommitmentDetail, 'assessments' | `${Coded}_voice`>, coded: Coded): Assessment | null {
  const voice = commitment[`${coded}_voice`];
  return commitment.assessments.find((each) => each.aspect === ASPECT[coded] && each.voice === voice) ?? null;
}

/**
 * Whether only an assessment says that a step of its life is reached, while no status is on record (`LifeBlocks.cs`): then that is no
 * plain yes.
 */
export function restsOnAssessment(
  { status, completion }: Pick<CommitmentDetail, 'status' | 'completion'>,
  { step, reached }: { step: string; reached: boolean | null },
): boolean {
  return reached === true && (step === 'implementation' || step === 'completed') && status === null && completion !== null;
}

/** What was said, by who said it, in the order in which each is first named. */
export function bySpeaker(said: readonly { says: string; code: string }[]): { says: string; codes: string[] }[] {
  const speakers = new Map<string, string[]>();
  for (const { says, code } of said) speakers.set(says, [...(speakers.get(says) ?? []), code]);
  return [...speakers].map(([says, codes]) => ({ says, codes }));
}

export type Punctuality = 'early' | 'late' | 'missed' | 'waiting' | 'unknown';

export interface MilestoneRow {
  milestone: Milestone;
  planned: string | null;
  actual: string | null;
  /** Days from planned to done, or to today where it is not done and past due; null where a date is missing. */
  days: number | null;
  punctuality: Punctuality;
}

const day = (iso: string) => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / 86_400_000;

/** The last day of what a date may mean: a year that is all that is known ends in December. */
function lastDay(iso: string, precision: Precision | null): number {
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  if (precision === 'year') date.setUTCFullYear(date.getUTCFullYear() + 1);
  else if (precision === 'month') date.setUTCMonth(date.getUTCMonth() + 1);
  else return day(iso);
  return date.getTime() / 86_400_000 - 1;
}

/** Of how many of its milestones a commitment's progress is the mean; undefined where it is that of all, or does not come from them. */
export function progressOf({
  finished,
  milestones,
}: Pick<CommitmentDetail, 'finished' | 'milestones'>): { known: number; all: number } | undefined {
  const known = milestones.filter((one) => one.finished || one.progress_percent !== null || one.status === 'not_started').length;
  return finished === true || known === 0 || known === milestones.length ? undefined : { known, all: milestones.length };
}

export function milestoneRows(milestones: readonly Milestone[], today: Date): MilestoneRow[] {
  const now = Math.floor(today.getTime() / 86_400_000);
  return [...milestones]
    .sort((a, b) => a.number - b.number)
    .map((milestone) => {
      const { due_date: planned, completed_on: actual } = milestone;
      const due = planned === null ? null : lastDay(planned, milestone.due_date_precision as Precision | null);
      if (due === null) return { milestone, planned, actual, days: null, punctuality: 'unknown' };
      if (actual !== null) {
        const days = day(actual) - due;
        return { milestone, planned, actual, days, punctuality: days > 0 ? 'late' : 'early' };
      }
      // Done on a day that nobody recorded, or of a status that nobody reported.
      if (milestone.finished !== false) return { milestone, planned, actual, days: null, punctuality: 'unknown' };
      return due < now
        ? { milestone, planned, actual, days: now - due, punctuality: 'missed' }
        : { milestone, planned, actual, days: null, punctuality: 'waiting' };
    });
}

export interface IndicatorPoint {
  kind: 'baseline' | 'target' | 'observed';
  value: number | null;
  date: string | null;
  precision: Precision | null;
  /** How sure it is: of an observation its own, else that of the indicator; undefined of one that nobody made. */
  confidence?: Confidence;
}

/** Baseline, target and each observation, all on one scale; an observation that nobody made is a point without a value. */
export function indicatorPoints(indicator: Indicator): IndicatorPoint[] {
  const observed = indicator.observations.map(({ value, observed_on, observed_on_precision, confidence }): IndicatorPoint => ({
    kind: 'observed',
    value,
    date: observed_on,
    precision: observed_on_precision as Precision | null,
    confidence,
  }));
  observed.sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''));
  return [
    {
      kind: 'baseline',
      value: indicator.baseline,
      date: indicator.baseline_date,
      precision: indicator.baseline_date_precision as Precision | null,
      confidence: indicator.confidence,
    },
    ...(observed.length > 0 ? observed : [{ kind: 'observed' as const, value: null, date: null, precision: null }]),
    {
      kind: 'target',
      value: indicator.target,
      date: indicator.target_date,
      precision: indicator.target_date_precision as Precision | null,
      confidence: indicator.confidence,
    },
  ];
}

/** Where the scale ends: at 100 for a percentage, else at the greatest value. */
export function indicatorMax(points: readonly IndicatorPoint[], unit: string): number {
  const known = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const percentage = /%|percent/i.test(unit) && known.every((value) => value <= 100);
  return percentage ? 100 : Math.max(1, ...known);
}

export interface IndicatorVerdict {
  observed: number | null;
  /** How sure the observation is. */
  confidence: Confidence | null;
  /** From the baseline; positive is for the better. Null where one of them is unknown or the direction says nothing. */
  change: number | null;
  reached: boolean | null;
}

export function indicatorVerdict(indicator: Indicator): IndicatorVerdict {
  const point = indicatorPoints(indicator)
    .filter(({ kind, value }) => kind === 'observed' && value !== null)
    .at(-1);
  const last = point?.value ?? null;
  const sign = indicator.direction === 'decrease' ? -1 : 1;
  return {
    observed: last,
    confidence: point?.confidence ?? null,
    change: last === null || indicator.baseline === null ? null : (last - indicator.baseline) * sign,
    reached: last === null || indicator.target === null ? null : (last - indicator.target) * sign >= 0,
  };
}

/** Words that many titles have: they make no two commitments alike. */
const COMMON = new Set(
  // What joins or compares in either language.
  (
    'about after against among another based before below between beyond during either every other others these those toward towards under until using where which while whose within without ' +
    'antes algun alguna alguno aquel aquella aunque cada contra cuando cualquier desde despues donde hacia hasta mayor mayores medio menor menores mismo nueva nuevas nuevo nuevos otras otros partir segun tambien todas todos vista ' +
    // What every promise does: more, less, better.
    'ampliacion ampliar aumentar aumento consolidacion consolidar construccion construir elaboracion elaborar establecer establecimiento expand expanded expanding garantizar generar generate impulsar increase increased increasing reduccion reduce reduced reducing reducir reduction strengthen strengthening ' +
    'acceso acciones accion action ademas administracion agenda ambito atencion ayuntamiento abierta abierto building calidad ciudad ciudadana ciudadanas ciudadano ciudadanos commitment communication comunicacion compromiso create creacion ' +
    'datos derecho derechos desarrollar desarrollo development digital diseno durante entre entidad especial estado estados estatal federal fortalecer fortalecimiento government gobierno generacion gestion general implement implementacion implementing ' +
    'implementar improve incorporacion informacion information institucional institucionales instituciones integral jalisco local making manejo marco materia mecanismo mecanismos mediante mejora mejorar mejores mexico modelo municipal municipio municipios nacional national ' +
    'oaxaca open para participacion participation participativa participatory personas plan plataforma platform politica politicas portal procesos process programa programas promover promocion proyecto public publica publicas publico publicos realizar registro results resultado resultados seguimiento servicio servicios services sistema sistemas sobre ' +
    'sector social state states start system their through traves transparencia transparency transparente unica unico unique veracruz vinculacion women zona'
  ).split(' '),
);

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a title that tell it from others, the longest first: what a search for something alike starts from. */
export function tellingWords(title: string, most = 3): string[] {
  const seen = new Set<string>();
  const words = title.split(/[^\p{L}]+/u).filter((word) => {
    const key = plain(word);
    if (key.length < 5 || COMMON.has(key) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return words.sort((a, b) => b.length - a.length).slice(0, most);
}

export type Listed = Pick<
  Commitment,
  'id' | 'plan_id' | 'state_id' | 'number' | 'title_es' | 'title_en' | 'status' | 'early_results' | 'policy_areas'
>;

export interface Neighbour {
  commitment: Listed;
  /** Why it is here: the areas that both have, the words that both titles have. */
  areas: string[];
  words: string[];
}

/** Whether a title has a word as it is, whatever its accents and case: a search finds more, by other words of the same meaning. */
export const isSaidIn = (title: string | null, word: string) =>
  plain(title ?? '')
    .split(/[^\p{L}]+/u)
    .includes(plain(word));

/** Commitments alike, those with most in common first: a word that both titles have says more than an area. */
export function neighbours(
  own: { id: string; policy_areas: readonly string[] },
  sameArea: readonly Listed[],
  byWord: readonly { word: string; found: readonly Listed[] }[],
  titleOf: (commitment: Listed) => string | null,
  most = 6,
): Neighbour[] {
  const all = new Map<string, Neighbour>();
  const entry = (commitment: Listed) => {
    const known = all.get(commitment.id) ?? {
      commitment,
      areas: commitment.policy_areas.filter((area) => own.policy_areas.includes(area)),
      words: [],
    };
    all.set(commitment.id, known);
    return known;
  };
  for (const commitment of sameArea) entry(commitment);
  for (const { word, found } of byWord)
    for (const commitment of found) if (isSaidIn(titleOf(commitment), word)) entry(commitment).words.push(word);
  all.delete(own.id);
  const score = ({ areas, words }: Neighbour) => areas.length * 2 + words.length * 3;
  return [...all.values()].sort((a, b) => score(b) - score(a) || a.commitment.id.localeCompare(b.commitment.id)).slice(0, most);
}

/** What was reported of half-years, the last first. */
export function halfYears<A extends { id: string; period: string | null; code: string | null }>(
  assessments: readonly A[],
): (A & { code: NonNullable<A['code']> })[] {
  return assessments
    .filter((one): one is A & { code: NonNullable<A['code']> } => one.period !== null && one.code !== null)
    .sort((a, b) => (b.period ?? '').localeCompare(a.period ?? '') || a.id.localeCompare(b.id));
}
