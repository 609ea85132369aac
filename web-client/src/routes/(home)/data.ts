/** The measures that the home page asks, and which of their rows it tells first. */
import { ask } from '$lib/api/client';
import type { MeasureRow, Plan } from '$lib/api/types';
import type { components } from '$lib/api/schema';
import { askMeasure, askMeasures, type Asked } from '$lib/measures/ask';
import { NAMING, type Named } from '$lib/records/plan-names';
import { said } from '$lib/measures/rows';

type TimelineEvent = components['schemas']['TimelineEvent'];
export type NationalPlan = Pick<Plan, 'id'> & Named;

export const loadTakingPart = (signal: AbortSignal) => askMeasure('participating_states', [], {}, signal);

/** Of local plans only those found are on record, which are documented by that: their coverage says nothing. */
export const loadCoverage = (signal: AbortSignal) =>
  askMeasures(['coverage', 'commitments_stated', 'commitments_documented'], [], { level: ['national'] }, signal);

/** How far the commitments are by their own status, and what others than the government say of that. */
export interface Finished {
  all: Asked;
  byStatus: Asked;
  completion: Asked;
  /** The same as each voice says it. */
  byVoice: Asked;
}

export async function loadFinished(signal: AbortSignal): Promise<Finished> {
  const [all, byStatus, completion, byVoice] = await Promise.all([
    askMeasure('finished', [], {}, signal),
    askMeasure('finished', ['status'], {}, signal),
    askMeasure('completion', [], {}, signal),
    askMeasure('completion', ['voice'], {}, signal),
  ]);
  return { all, byStatus, completion, byVoice };
}

/** What was done of the national plans and what it changed: of each plan, and of all their commitments. */
export interface Impact {
  plans: NationalPlan[];
  byPlan: Asked[];
  earlyResults: Asked;
  all: Asked[];
  stated: Asked;
  documented: Asked;
}

export async function loadImpact(signal: AbortSignal): Promise<Impact> {
  const level = { level: ['national' as const] };
  const [plans, byPlan, all] = await Promise.all([
    ask((api) =>
      api.GET('/api/v1/plans', {
        params: { query: { ...level, fields: [...NAMING], limit: 50 } },
        signal,
      }),
    ),
    askMeasures(
      ['compliance', 'completion', 'finished', 'early_results', 'commitments_stated', 'commitments_documented'],
      ['plan'],
      level,
      signal,
    ),
    askMeasures(['finished', 'early_results'], [], level, signal),
  ]);
  return {
    plans: [...plans.items].sort((a, b) => a.number - b.number),
    byPlan: [byPlan.compliance, byPlan.completion, byPlan.finished, byPlan.early_results],
    earlyResults: byPlan.early_results,
    all: [all.finished, all.early_results],
    stated: byPlan.commitments_stated,
    documented: byPlan.commitments_documented,
  };
}

/**
 * What the timeline has of the day on which a national oversight body ended, about that body, and what it has of the whole country from
 * then to the end of the year: a law, its entry into force and the work of who came after have dates of their own. The newest end first.
 */
export async function loadEnded(signal: AbortSignal): Promise<TimelineEvent[]> {
  const bodies = await ask((api) =>
    api.GET('/api/v1/organizations', { params: { query: { sector: ['oversight_body'], level: ['national'], limit: 500 } }, signal }),
  );
  const ended = bodies.items.flatMap(({ name, acronym, existed_until }) =>
    existed_until === null ? [] : [{ called: acronym ?? name, on: existed_until }],
  );
  const events = await Promise.all(
    ended
      .sort((a, b) => b.on.localeCompare(a.on))
      .map(({ called, on }) =>
        Promise.all(
          [
            { occurred_from: on, occurred_to: on, q: `"${called}"` },
            { occurred_from: dayAfter(on), occurred_to: `${on.slice(0, 4)}-12-31` },
          ].map((query) => ask((api) => api.GET('/api/v1/timeline', { params: { query: { level: ['national'], ...query } }, signal }))),
        ),
      ),
  );
  const all = events.flat().flatMap(({ items }) => items);
  return [...new Map(all.map((event) => [event.id, event])).values()];
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** The newest plan of which a voice counts all commitments, and how many it gives each code; undefined where none does. */
export function newestSaid<P extends Pick<Plan, 'id' | 'number'>>(
  asked: Pick<Asked, 'rows'>,
  plans: readonly P[],
): { plan: P; row: MeasureRow; codes: MeasureRow[] } | undefined {
  for (const plan of [...plans].sort((a, b) => b.number - a.number)) {
    const spoken = said(asked, { plan: plan.id }, true);
    const row = spoken.find(({ code, yes, total }) => code === null && yes !== null && total !== null);
    if (row)
      return { plan, row, codes: spoken.filter(({ code, yes, said_by }) => code !== null && yes !== null && said_by === row.said_by) };
  }
  return undefined;
}
