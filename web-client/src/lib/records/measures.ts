/**
 * What a map of the states can show. A measure of progress has a row for each state; any other name is an
 * indicator of the open government metric, shown for one edition.
 */
import { textOf } from '$lib/i18n/localized';
import type { MetricValue, State } from '$lib/api/types';
import type { Format } from '$lib/i18n/index.svelte';
import type { Words } from '$lib/i18n/words';
import type { Language } from '$lib/i18n/language';
import { askMeasure, type Asked, type By, type Filters } from '$lib/measures/ask';
import { answerOf } from '$lib/measures/rows';
import { categoryMap, type Choropleth, type Doubt, numberMap } from '$lib/map/choropleth';
import { PROGRESS, type Progress } from './map-view';
import { asOf, doubtOf, presented, type Presented, STAGES, type Stage, stageText, verdictOf } from './stage';
import { isDoubted } from './doubt';
import { extremes } from './places';

export function isProgress(measure: string): measure is Progress {
  return Object.hasOwn(PROGRESS, measure);
}

export interface Reader {
  t: Words['common'];
  f: Format;
  language: Language;
}

export interface StateRow {
  id: string;
  name: string;
  /** What to sort by; null without data. */
  order: number | null;
  text: string;
  /** Whether sources contradict its value, which is not shown as one and is not unknown either. */
  disputed?: boolean;
  /** Why it is less than documented. */
  doubt: Doubt | undefined;
}

/** Everything that a figure of one measure needs, from one series. */
export interface MeasureSeries {
  choropleth: Choropleth;
  rows: StateRow[];
  answer: string;
  /** Of which states what is shown is less than documented. */
  presented: Presented[];
}

export function stateName(state: Pick<State, 'name_es' | 'name_en'>, language: Language): string {
  return textOf(state, 'name', language);
}

export interface ProgressData {
  /** One row for each state; of what is counted, none for a state without any. */
  byState: Asked;
  /** The same of all states. */
  all: Asked;
}

/** A measure of progress of the states. */
export function askProgress(progress: Progress, by: readonly By[], signal: AbortSignal): Promise<Asked> {
  // A plan or a commitment can belong to the country.
  const filters: Filters = progress === 'plans_documented' || progress === 'commitments_documented' ? { level: ['local'] } : {};
  return askMeasure(PROGRESS[progress], by, filters, signal);
}

export async function loadProgress(progress: Progress, signal: AbortSignal): Promise<ProgressData> {
  const ask = (...by: By[]) => askProgress(progress, by, signal);
  const [byState, all] = await Promise.all([progress === 'stage' ? ask('state', 'stage') : ask('state'), ask()]);
  return { byState, all };
}

/** States by a measure of progress, from the measure's own rows. */
export function progressSeries(
  states: readonly State[],
  progress: Progress,
  { byState, all }: ProgressData,
  { t, f, language }: Reader,
): MeasureSeries {
  const rows = new Map(byState.rows.map((row) => [row.state, row]));
  const data = states.map((state) => ({
    id: state.id,
    name: stateName(state, language),
    row: rows.get(state.id),
    stage_record_ids: state.stage_record_ids,
    commitments_documented: state.commitments_documented,
    presentation_steps: state.presentation_steps,
    undescribed_steps: state.undescribed_steps,
    participation_as_of: state.participation_as_of,
    participation_as_of_precision: state.participation_as_of_precision,
  }));
  type Datum = (typeof data)[number];

  const series = (
    choropleth: Choropleth,
    order: (state: Datum) => number | null,
    answer: string,
    stepsOf: (state: Datum) => readonly Stage[] = () => [],
  ): MeasureSeries => ({
    choropleth,
    answer,
    rows: data.map((state, i) => {
      const { text = '', doubt } = choropleth.marks[i] ?? {};
      return { id: state.id, name: state.name, order: order(state), text, doubt };
    }),
    presented: presented(data, stepsOf, ({ name }) => name),
  });

  switch (progress) {
    case 'participates':
    case 'secretariat': {
      const classes = [
        { key: 'yes', label: progress === 'secretariat' ? t.measure.secretariatYes : t.measure.participatesYes, fill: 4 as const },
        { key: 'no', label: progress === 'secretariat' ? t.common.no : t.measure.participatesNo, fill: 'zero' as const },
        { key: 'no_data', label: t.common.noData, fill: 'no_data' as const },
      ];
      const keyOf = ({ row }: Datum) => ({ yes: 'yes', no: 'no', unknown: 'no_data' })[verdictOf(row)];
      const shown = classes.filter(({ key }) => key !== 'no' || data.some((state) => keyOf(state) === 'no'));
      const step = progress === 'secretariat' ? 'secretariat' : 'declaration';
      return series(
        categoryMap(
          data,
          shown,
          keyOf,
          (state) => doubtOf(state, step),
          (state, label) => (progress === 'participates' && verdictOf(state.row) === 'no' ? asOf(state, label, { t, f }) : label),
        ),
        ({ row }) => ({ yes: 1, no: 0, unknown: null })[verdictOf(row)],
        (all.rows[0] && answerOf(all.measure, all.rows[0], language, f.decimal)) ?? t.common.noData,
        () => [step],
      );
    }
    case 'stage': {
      const classes = STAGES.map((stage, i) => ({
        key: stage,
        label: t.stage[stage],
        fill: i === 0 ? ('zero' as const) : (i as 1 | 2 | 3 | 4 | 5),
      }));
      const stageOf = ({ row }: Datum) => (row?.stage ?? 'none') as Stage;
      const rank = (state: Datum) => STAGES.indexOf(stageOf(state));
      const choropleth = categoryMap(
        data,
        classes,
        stageOf,
        (state) => doubtOf(state, stageOf(state)),
        (state) => stageText({ ...state, stage: stageOf(state) }, { t, f }),
      );
      // One commitment is enough for the furthest step: who took it, and by how many.
      const furthest = data
        .filter((state) => stageOf(state) === 'results')
        .map((state) => `${state.name}: ${stageText({ ...state, stage: 'results' }, { t, f })}`);
      return series(choropleth, rank, t.answer.stage([...choropleth.classes].reverse(), furthest), (state) => [stageOf(state)]);
    }
    case 'plans_stated':
    case 'plans_documented':
    case 'commitments_documented': {
      // A state without a row has no record here, which is not zero.
      const values = data.map((state) => ({ ...state, value: state.row?.value ?? null }));
      const known = values.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
      const max = Math.max(0, ...known.map(({ value }) => value));
      const top = known.filter(({ value }) => value === max).map(({ name }) => name);
      const choropleth = numberMap(values, 'count', {
        zero: f.integer(0),
        noData: t.common.noData,
        interval: t.measure.classCount,
        value: f.integer,
      });
      return series(choropleth, ({ row }) => row?.value ?? null, t.answer.counts(known.filter(({ value }) => value > 0).length, top, max));
    }
  }
}

export function metricSeries(
  states: readonly State[],
  values: readonly MetricValue[],
  edition: number,
  /** What it is called beside a score. */
  called: string,
  { t, f, language }: Reader,
): MeasureSeries {
  const ofEdition = values.filter((value) => value.edition === edition);
  const byState = new Map(ofEdition.flatMap((value) => (value.state_id === null ? [] : [[value.state_id, value] as const])));
  const national = ofEdition.find(({ scope, confidence }) => scope === 'national' && confidence !== 'disputed')?.value ?? null;
  const data = states.map((state) => {
    const found = byState.get(state.id);
    const disputed = found?.confidence === 'disputed';
    return {
      id: state.id,
      name: stateName(state, language),
      value: disputed ? null : (found?.value ?? null),
      disputed,
      doubted: isDoubted(found),
    };
  });
  const known = data.flatMap(({ name, value, doubted }) => (value === null ? [] : [{ name, value, doubted }]));
  const found = extremes(known);
  const named = (all: typeof known) => (all.length <= 3 ? f.list(all.map(({ name }) => name)) : t.common.states(all.length));
  const doubted = found ? [...new Set([...found.low, ...found.high].filter((each) => each.doubted).map(({ name }) => name))] : [];
  const choropleth = numberMap(data, 'index', {
    zero: f.index(0),
    noData: t.common.noData,
    disputed: t.confidence.disputed,
    interval: t.measure.classIndex,
    value: f.index,
  });
  return {
    choropleth,
    answer:
      found?.low[0] && found.high[0]
        ? [
            t.answer.metric(called, named(found.low), found.low[0].value, named(found.high), found.high[0].value, national, known.length),
            ...(doubted.length > 0 ? [t.answer.noted(doubted)] : []),
          ].join(' ')
        : t.answer.noStateValues(called),
    rows: data.map(({ id, name, value, disputed }) => ({
      id,
      name,
      order: value,
      text: disputed ? t.confidence.disputed : value === null ? t.common.noData : f.index(value),
      disputed,
      doubt: undefined,
    })),
    presented: [],
  };
}

/** Editions that say something about a state, newest first, with of how many it is undisputed: of none where all of it is disputed. */
export function editionsWithStates(
  values: readonly Pick<MetricValue, 'edition' | 'state_id' | 'confidence'>[],
): { edition: number; states: number }[] {
  const counts = new Map<number, number>();
  for (const { edition, state_id, confidence } of values)
    if (state_id !== null) counts.set(edition, (counts.get(edition) ?? 0) + (confidence === 'disputed' ? 0 : 1));
  return [...counts].map(([edition, states]) => ({ edition, states })).sort((a, b) => b.edition - a.edition);
}

/** The edition that covers most states: a map with three states in it answers nobody's first question. */
export function fullestEdition(editions: readonly { edition: number; states: number }[]): number | undefined {
  return editions.reduce<{ edition: number; states: number } | undefined>(
    (best, each) => (best && best.states >= each.states ? best : each),
    undefined,
  )?.edition;
}
