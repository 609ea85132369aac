/**
 * Short names for the API's records. Their shapes are generated from docs/openapi/v1.json into schema.d.ts
 * (`npm run api`, part of every build and check), so they cannot differ from the API's own description.
 */
import type { components } from './schema';

type Schemas = components['schemas'];

export type Source = Schemas['SourceReference'];
export type State = Schemas['State'];
export type StateDetail = Schemas['StateDetail'];
export type Secretariat = Schemas['Secretariat'];
export type SecretariatDetail = Schemas['SecretariatDetail'];
export type SecretariatMember = Schemas['SecretariatMember'];
export type Plan = Schemas['Plan'];
export type PlanDetail = Schemas['PlanDetail'];
export type Assessment = Schemas['Assessment'];
export type PlanMember = Schemas['PlanMember'];
export type PlanHealth = Schemas['PlanHealth'];
export type Commitment = Schemas['Commitment'];
export type CommitmentDetail = Schemas['CommitmentDetail'];
export type CommitmentLife = Schemas['CommitmentLife'];
export type Milestone = Schemas['Milestone'];
export type Indicator = Schemas['Indicator'];
export type Observation = Schemas['Observation'];
export type Evidence = Schemas['Evidence'];
export type Organization = Schemas['Organization'];
export type MetricEdition = Schemas['MetricEdition'];
export type MetricEditionDetail = Schemas['MetricEditionDetail'];
export type MetricIndicator = Schemas['MetricIndicator'];
export type MetricValue = Schemas['MetricValue'];
export type Term = Schemas['Term'];
/** What a figure means: its question, definition and what it does not say. */
export type Measure = Schemas['MeasureDescription'];
/** Numbers of a measure, of all or of one group. */
export type MeasureRow = Schemas['MeasureValue'];
export type Summary = Schemas['Summary'];
export type SummaryFigure = Schemas['Figure'];
export type CommitmentStats = Schemas['CommitmentStats'];
/** A row of /stats/commitments: the grouped keys (null: no source says) and how many there are. */
export type CommitmentGroup = Schemas['CommitmentStatsRow'];
/** RFC 9457. */
export type Problem = Schemas['ProblemDetails'];

export type Confidence = State['confidence'];
export type ImplementationStatus = NonNullable<Commitment['status']>;
/** How much of an ISO date is known: with `month`, only the year and month of it. */
export type Precision = 'day' | 'month' | 'year';
