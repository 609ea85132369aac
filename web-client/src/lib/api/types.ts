/**
 * The shapes of the public API, written by hand until docs/openapi/v1.json exists; `paths` has the
 * form that openapi-typescript generates, so that only this file changes when it does.
 */

export type Confidence = 'documented' | 'presentation' | 'inferred';
/** How much of an ISO date is known: with `month`, only the year and month of it. */
export type Precision = 'day' | 'month' | 'year';
export type ImplementationStatus = 'not_started' | 'in_progress' | 'completed' | 'verified';
export type Sector =
  | 'government'
  | 'oversight_body'
  | 'autonomous_body'
  | 'civil_society'
  | 'academia'
  | 'private_sector'
  | 'international'
  | 'other';
export type Level = 'national' | 'local';

export interface Source {
  id: string;
  title: string;
  /** Null for the source presentation, which has no public address. */
  url: string | null;
}

/** What every record carries. */
export interface Sourced {
  id: string;
  sources: Source[];
  confidence: Confidence;
  note_es: string | null;
  note_en: string | null;
  updated_at: string;
  links: Record<string, string>;
}

export interface List<T> {
  items: T[];
  total: number;
  returned: number;
  limit: number;
  next: string | null;
}

export interface State extends Sourced {
  inegi_code: string;
  name_es: string;
  name_en: string;
  official_name: string;
  abbreviation: string;
  capital: string;
  latitude: number | null;
  longitude: number | null;
  population: number | null;
  population_year: number | null;
  participates: boolean;
  participation_confidence: Confidence | null;
  joined_year: number | null;
  declaration_signed_on: string | null;
  declaration_signed_on_precision: Precision | null;
  secretariat_id: string | null;
  plans_stated: number;
  plans_documented: number;
  commitments_documented: number;
  commitments_completed: number;
  open_government_index: number | null;
  open_government_index_edition: number | null;
}

export interface StatePlan {
  id: string;
  number: number;
  title_es: string | null;
  title_en: string | null;
  stage: string | null;
  commitments_documented: number;
}

export interface StateDetail extends State {
  metrics: { edition: number; indicator: string; value: number }[];
  plans: StatePlan[];
  secretariat: Secretariat | null;
}

export interface Secretariat extends Sourced {
  state_id: string;
  name_es: string;
  name_en: string;
  status: 'installed' | 'dissolved';
  installed_on: string | null;
  installed_on_precision: Precision | null;
  in_place_by: string | null;
  in_place_by_precision: Precision | null;
  seats_civil_society: number | null;
  seats_government: number | null;
  seats_autonomous_body: number | null;
  seats_oversight_body: number | null;
  rules_document_url: string | null;
  activity_es: string | null;
  activity_en: string | null;
  activity_as_of: string | null;
  activity_as_of_precision: Precision | null;
}

export interface Member {
  organization_id: string;
  name: string;
  acronym?: string | null;
  sector: Sector;
}

export interface SecretariatDetail extends Secretariat {
  members: Member[];
}

export interface Plan extends Sourced {
  level: Level;
  state_id: string | null;
  number: number;
  title_es: string | null;
  title_en: string | null;
  start_date: string | null;
  start_date_precision: Precision | null;
  end_date: string | null;
  end_date_precision: Precision | null;
  published_on: string | null;
  published_on_precision: Precision | null;
  stage: string | null;
  governance_body_es: string | null;
  governance_body_en: string | null;
  commitments_stated: number | null;
  commitments_documented: number;
  commitments_completed: number;
  participation_level: string | null;
  in_stated_total: boolean;
  characteristics_es: string | null;
  characteristics_en: string | null;
  lessons_es: string | null;
  lessons_en: string | null;
}

export type AssessmentMeasure = 'compliance' | 'completion' | 'relevance' | 'ambition' | 'early_results';

export interface Assessment extends Omit<Sourced, 'updated_at' | 'links'> {
  plan_id: string;
  assessor: 'government' | 'irm' | 'presentation';
  measure: AssessmentMeasure;
  /** A code within the measure (`marginal`), null for a figure of the whole plan. */
  category: string | null;
  value: number | null;
  /** Null when the unit is percent. */
  out_of: number | null;
  unit: 'commitments' | 'percent';
  statement_es: string;
  statement_en: string;
  assessed_on: string | null;
  assessed_on_precision: Precision | null;
}

export interface PlanDetail extends Plan {
  members: Member[];
  assessments: Assessment[];
}

export interface Commitment extends Sourced {
  ogp_code: string | null;
  level: Level;
  state_id: string | null;
  plan_id: string;
  number: number | null;
  kind: 'commitment' | 'proactive';
  title_es: string | null;
  title_en: string | null;
  theme_es: string | null;
  theme_en: string | null;
  problem_es: string | null;
  problem_en: string | null;
  solution_es: string | null;
  solution_en: string | null;
  benefits_es: string | null;
  benefits_en: string | null;
  policy_areas: string[] | null;
  ogp_values: string[] | null;
  sdgs: string[] | null;
  lead_organizations: string[] | null;
  supporting_organizations: string[] | null;
  status: ImplementationStatus | null;
  progress_percent: number | null;
  completion: string | null;
  ambition: string | null;
  early_results: string | null;
  verifiable: boolean | null;
  relevant: boolean | null;
  start_date: string | null;
  start_date_precision: Precision | null;
  due_date: string | null;
  due_date_precision: Precision | null;
  overdue: boolean | null;
  in_stated_total: boolean;
  url: string | null;
}

export interface Milestone extends Sourced {
  commitment_id: string;
  number: number;
  title_es: string | null;
  title_en: string | null;
  due_date: string | null;
  due_date_precision: Precision | null;
  status: ImplementationStatus | null;
  percent: number | null;
  completed_on: string | null;
  completed_on_precision: Precision | null;
  verified_by: string | null;
  verified_on: string | null;
  verification_outcome: string | null;
}

export interface Observation extends Omit<Sourced, 'updated_at' | 'links'> {
  value: number;
  observed_on: string | null;
  observed_on_precision: Precision | null;
}

export interface Indicator extends Omit<Sourced, 'updated_at' | 'links'> {
  name_es: string;
  name_en: string;
  unit_es: string;
  unit_en: string;
  direction: 'increase' | 'decrease';
  baseline: number | null;
  baseline_date: string | null;
  baseline_date_precision: Precision | null;
  target: number | null;
  target_date: string | null;
  target_date_precision: Precision | null;
  observations: Observation[];
}

export interface Evidence extends Omit<Sourced, 'updated_at' | 'links'> {
  milestone_id: string | null;
  title_es: string;
  title_en: string;
  url: string | null;
  kind: string;
  published_on: string | null;
  published_on_precision: Precision | null;
}

export interface CommitmentDetail extends Commitment {
  milestones: Milestone[];
  indicators: Indicator[];
  evidence: Evidence[];
  organizations: { id: string; name: string; acronym: string | null; sector: Sector; role: 'lead' | 'supporting' }[];
  plan: { id: string; title_es: string | null; title_en: string | null; level: Level; state_id: string | null };
}

export interface MetricEdition extends Sourced {
  edition: number;
  number: number;
  name_es: string;
  name_en: string;
  published_on: string | null;
  published_on_precision: Precision | null;
  fieldwork_year: number | null;
  authors: string | null;
  institutions_measured: number | null;
  scale_min: number;
  scale_max: number;
  sample_es: string | null;
  sample_en: string | null;
  formula_es: string | null;
  formula_en: string | null;
  /** Null: whether it can be compared has not been established. */
  comparable_with_previous: boolean | null;
  comparability_es: string | null;
  comparability_en: string | null;
}

export interface MetricIndicator extends Sourced {
  name_es: string;
  name_en: string;
  dimension: 'open_government' | 'transparency' | 'participation';
  perspective: 'combined' | 'government' | 'citizen';
  part_of: string | null;
  definition_es: string;
  definition_en: string;
  position: number;
}

export interface MetricEditionDetail extends MetricEdition {
  indicators: MetricIndicator[];
  national: Record<
    string,
    { value: number; published_value: number | null; recomputed_value: number | null }
  >;
}

export type MetricScope = 'national' | 'federal' | 'government_level' | 'institution_type' | 'state';

export interface MetricValue extends Sourced {
  edition: number;
  indicator: string;
  scope: MetricScope;
  scope_code: string;
  state_id: string | null;
  name: string;
  name_en: string;
  dimension: string;
  perspective: string;
  value: number;
  published_value: number | null;
  recomputed_value: number | null;
  institutions_measured: number | null;
}

/** One code of one vocabulary, with its words in both languages. */
export interface Term extends Sourced {
  vocabulary: string;
  code: string;
  label_es: string;
  label_en: string;
  number: number | null;
  definition_es: string | null;
  definition_en: string | null;
  group_es: string | null;
  group_en: string | null;
}

/** One headline figure: what the presentation states, and how much of it has a record here. */
export interface SummaryFigure {
  key: string;
  label_es: string;
  label_en: string;
  stated: number;
  stated_qualifier: 'exactly' | 'at_least';
  documented: number | null;
  rows_url: string | null;
  sources: Source[];
}

export interface Summary {
  figures: SummaryFigure[];
}

export type GroupKey =
  | 'level'
  | 'state'
  | 'plan'
  | 'status'
  | 'completion'
  | 'early_results'
  | 'policy_area'
  | 'sdg'
  | 'ogp_value'
  | 'sector';

/** A row of /stats/commitments: the grouped keys (null: no source says) and how many there are. */
export type CommitmentGroup = Partial<Record<GroupKey, string | null>> & {
  count: number;
  mean_progress_percent: number | null;
  rows_url: string;
};

export interface CommitmentStats {
  group_by: GroupKey[];
  total: number;
  items: CommitmentGroup[];
}

/** RFC 9457. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  instance?: string;
  traceId?: string;
  errors?: Record<string, string[]>;
}

interface Paging {
  limit?: number;
  cursor?: string;
  sort?: string;
  fields?: string;
  q?: string;
  as_of?: string;
}

export interface StateQuery extends Paging {
  state?: string;
  participates?: boolean | string;
  participation_confidence?: string;
  has_secretariat?: boolean | string;
}

export interface PlanQuery extends Paging {
  level?: string;
  state?: string;
  stage?: string;
  confidence?: string;
  participation_level?: string;
  in_stated_total?: boolean | string;
}

export interface CommitmentFilter {
  level?: string;
  state?: string;
  plan?: string;
  kind?: string;
  status?: string;
  completion?: string;
  ambition?: string;
  early_results?: string;
  verifiable?: boolean | string;
  relevant?: boolean | string;
  policy_area?: string;
  ogp_value?: string;
  sdg?: string;
  organization?: string;
  sector?: string;
  confidence?: string;
  in_stated_total?: boolean | string;
  overdue?: boolean | string;
  has_indicators?: boolean | string;
  has_evidence?: boolean | string;
  due_from?: string;
  due_to?: string;
  start_from?: string;
  start_to?: string;
  updated_since?: string;
  q?: string;
}

export type CommitmentQuery = CommitmentFilter & Paging;

export interface MetricValueQuery extends Paging {
  edition?: string | number;
  indicator?: string;
  scope?: string;
  state?: string;
  perspective?: string;
  dimension?: string;
}

interface Get<Ok, Query, Path extends Record<string, string | number> = never> {
  parameters: { query?: never; header?: never; path?: never; cookie?: never };
  get: {
    parameters: [Path] extends [never] ? { query?: Query } : { query?: Query; path: Path };
    responses: {
      200: { content: { 'application/json': Ok } };
      default: { content: { 'application/problem+json': Problem } };
    };
  };
}

export interface paths {
  '/api/v1/states': Get<List<State>, StateQuery>;
  '/api/v1/states/{code}': Get<StateDetail, { as_of?: string }, { code: string }>;
  '/api/v1/plans': Get<List<Plan>, PlanQuery>;
  '/api/v1/plans/{id}': Get<PlanDetail, { as_of?: string }, { id: string }>;
  '/api/v1/commitments': Get<List<Commitment>, CommitmentQuery>;
  '/api/v1/commitments/{id}': Get<CommitmentDetail, { as_of?: string }, { id: string }>;
  '/api/v1/secretariats': Get<List<Secretariat>, Paging & { state?: string; status?: string }>;
  '/api/v1/secretariats/{stateCode}': Get<SecretariatDetail, { as_of?: string }, { stateCode: string }>;
  '/api/v1/metrics': Get<List<MetricEdition>, Paging>;
  '/api/v1/metrics/{year}': Get<MetricEditionDetail, { as_of?: string }, { year: number }>;
  '/api/v1/metrics/values': Get<List<MetricValue>, MetricValueQuery>;
  '/api/v1/terms': Get<List<Term>, Paging & { vocabulary?: string }>;
  '/api/v1/stats/summary': Get<Summary, { as_of?: string }>;
  '/api/v1/stats/commitments': Get<CommitmentStats, CommitmentFilter & { group_by: string }>;
}
