using AutoMapper;
using OpenGov.Api.Commitments;
using OpenGov.Api.Database;
using OpenGov.Api.Lists;
using OpenGov.Api.Metrics;
using OpenGov.Api.Plans;
using OpenGov.Api.Records;

namespace OpenGov.Api.States;

internal sealed class StatesRepository(ReadSession session, IMapper mapper) : ListRepository<State>(session)
{
    private const string PlansDocumented = $"(SELECT COUNT(*) FROM plans p WHERE p.state_id = s.id AND {PlansRepository.IsDocumented})";

    private const string CommitmentsDocumented = $"""
        (SELECT COUNT(*) FROM commitments c JOIN plans p ON p.id = c.plan_id
                 WHERE p.state_id = s.id AND c.confidence {Documented.Sql})
        """;

    /// <summary>
    /// The edition with a value for most states, the latest of those: values of one edition compare with each other. The number of its
    /// states stands before its year, so that one maximum finds both.
    /// </summary>
    private const string FullestEdition = $"""
        (SELECT MAX(e.fullness) % 10000 FROM (
                 SELECT COUNT(DISTINCT v.state_id) * 10000 + v.edition AS fullness FROM metric_values v
                 WHERE v.scope = 'state' AND v.indicator = 'open_government_index' AND v.confidence {MetricValuesRepository.Undisputed}
                 GROUP BY v.edition) e)
        """;

    private static readonly string Index = OfTheIndex("w.value");

    private static string OfTheIndex(string column) =>
        $"""
            (SELECT MAX({column}) FROM metric_values w
                     WHERE w.state_id = s.id AND w.scope = 'state' AND w.indicator = 'open_government_index' AND w.edition = {FullestEdition}
                            AND w.confidence {MetricValuesRepository.Undisputed})
            """;

    private const string HasSecretariat = "EXISTS (SELECT 1 FROM secretariats t WHERE t.state_id = s.id AND t.status = 'installed')";

    private const string HasPlan = $"EXISTS (SELECT 1 FROM plans p WHERE p.state_id = s.id AND {PlansRepository.IsDocumented})";

    private const string OfItsPlans = $"""
        SELECT 1 FROM commitments c JOIN plans p ON p.id = c.plan_id
                 WHERE p.state_id = s.id AND c.confidence {Documented.Sql}
        """;

    private const string HasCommitments = $"EXISTS ({OfItsPlans})";

    /// <summary>
    /// Coded early results that say yes, or an observed change for people. What was made, visited or finished is no result: neither a
    /// finished commitment nor an output.
    /// </summary>
    private static readonly string HasResults = $"""
        EXISTS ({OfItsPlans}
                 AND (c.early_results {CommitmentCodes.HasOpenedGovernment} OR EXISTS ({Indicator.ObservedOutcomes})))
        """;

    /// <summary>The same, from another source than the presentation.</summary>
    private static readonly string HasDocumentedResults = $"""
        EXISTS ({OfItsPlans}
                 AND (c.early_results {CommitmentCodes.HasOpenedGovernment} OR EXISTS ({Indicator.ObservedOutcomes} AND o.confidence {Documented.Sql})))
        """;

    private const string HasDocumentedSecretariat =
        $"EXISTS (SELECT 1 FROM secretariats t WHERE t.state_id = s.id AND t.status = 'installed' AND t.confidence {Documented.Sql})";

    /// <summary>Another source than the presentation tells that there is a plan, whatever it says of it.</summary>
    private const string IsToldOfPlan = $"EXISTS (SELECT 1 FROM plans p WHERE p.state_id = s.id AND p.confidence {Documented.Sql})";

    /// <summary>Steps of which only the presentation tells. Commitments are never among them: they count where another source gives them.</summary>
    private static readonly string PresentationSteps = $"""
        SUBSTRING(CONCAT(
                         CASE WHEN s.participates = 1 AND s.participation_confidence = 'presentation' THEN '|declaration' ELSE '' END,
                         CASE WHEN {HasSecretariat} AND NOT {HasDocumentedSecretariat} THEN '|secretariat' ELSE '' END,
                         CASE WHEN s.plans_stated > 0 AND NOT {IsToldOfPlan} THEN '|plan' ELSE '' END,
                         CASE WHEN {HasResults} AND NOT {HasDocumentedResults} THEN '|results' ELSE '' END), 2, 80)
        """;

    /// <summary>Steps of which another source than the presentation tells, and gives neither a title nor a date.</summary>
    private const string UndescribedSteps = $"CASE WHEN {IsToldOfPlan} AND NOT {HasPlan} THEN 'plan' END";

    /// <summary>The furthest step on record, or stated by the presentation.</summary>
    public static readonly string Stage = $"""
        CASE WHEN {HasResults} THEN 'results'
                        WHEN {HasCommitments} THEN 'commitments'
                        WHEN {HasPlan} OR s.plans_stated > 0 THEN 'plan'
                        WHEN {HasSecretariat} THEN 'secretariat'
                        WHEN s.participates = 1 THEN 'declaration'
                        ELSE 'none' END
        """;

    /// <summary>The documented commitments of a state of which results are on record.</summary>
    private static readonly string WithResults = $"""
        FROM commitments c JOIN plans p ON p.id = c.plan_id
                         WHERE p.state_id = s.id AND c.confidence {Documented.Sql}
                               AND (c.early_results {CommitmentCodes.HasOpenedGovernment} OR EXISTS ({Indicator.ObservedOutcomes}))
        """;

    /// <summary>
    /// The records that make a state have come as far as it did: its commitments with results, its commitments, its plans, its
    /// secretariat. Null where its own record says it.
    /// </summary>
    private static readonly string StageRecords = $"""
        CASE {Stage}
                         WHEN 'results' THEN (SELECT STRING_AGG(c.id, '|') {WithResults})
                         WHEN 'commitments' THEN (SELECT STRING_AGG(c.id, '|') FROM commitments c JOIN plans p ON p.id = c.plan_id
                            WHERE p.state_id = s.id AND c.confidence {Documented.Sql})
                         WHEN 'plan' THEN (SELECT STRING_AGG(p.id, '|') FROM plans p WHERE p.state_id = s.id)
                         WHEN 'secretariat' THEN (SELECT STRING_AGG(t.id, '|') FROM secretariats t
                            WHERE t.state_id = s.id AND t.status = 'installed') END
        """;

    /// <summary>
    /// What the steps that a state took rest on: what the state itself cites, its installed secretariat, its plans, its documented
    /// commitments and, of results, their assessments and observations.
    /// </summary>
    private static readonly string StageSources = $"""
        CONCAT(s.source_ids, '|',
                            (SELECT STRING_AGG(t.source_ids, '|') FROM secretariats t WHERE t.state_id = s.id AND t.status = 'installed'), '|',
                            (SELECT STRING_AGG(p.source_ids, '|') FROM plans p WHERE p.state_id = s.id), '|',
                            (SELECT STRING_AGG(c.source_ids, '|') FROM commitments c JOIN plans p ON p.id = c.plan_id
                               WHERE p.state_id = s.id AND c.confidence {Documented.Sql}), '|',
                            (SELECT STRING_AGG(a.source_ids, '|') FROM assessments a
                               WHERE a.aspect = 'early_results' AND a.commitment_id IN (SELECT c.id {WithResults})), '|',
                            (SELECT STRING_AGG(o.source_ids, '|') FROM observations o JOIN indicators i ON i.id = o.indicator_id
                               WHERE i.kind = 'outcome' AND i.commitment_id IN (SELECT c.id {WithResults})))
        """;

    public static readonly ListSql Sql = new()
    {
        IsKept = true,
        Select = $"""
            SELECT s.id, s.inegi_code, s.name_es, s.name_en, s.official_name, s.abbreviation, s.capital, s.latitude, s.longitude,
                   s.population, s.population_year, s.participates, s.participation_confidence, s.participation_as_of,
                   s.participation_as_of_precision, s.joined_year,
                   s.declaration_signed_on, s.declaration_signed_on_precision, s.plans_stated,
                   (SELECT MIN(t.id) FROM secretariats t WHERE t.state_id = s.id AND t.status = 'installed') AS secretariat_id,
                   {PlansDocumented} AS plans_documented,
                   {CommitmentsDocumented} AS commitments_documented,
                   (SELECT {CommitmentCodes.CountOfFinished} FROM commitments c JOIN plans p ON p.id = c.plan_id
                     WHERE p.state_id = s.id AND c.confidence {Documented.Sql}) AS commitments_completed,
                   {Stage} AS stage,
                   {PresentationSteps} AS presentation_steps,
                   {UndescribedSteps} AS undescribed_steps,
                   {StageRecords} AS stage_record_ids,
                   {StageSources} AS stage_source_ids,
                   {Index} AS open_government_index,
                   {OfTheIndex("w.edition")} AS open_government_index_edition,
                   s.source_ids, s.confidence, s.inferred_fields, s.note_es, s.note_en, s.version, s.updated_at
            """,
        From = "FROM states s",
        Filters =
        [
            IdFilter.Own("states", "s"),
            new IdFilter("state", "s.id", "states", "ISO 3166-2 code (`MX-DUR`) or INEGI code (`10`)."),
            FlagFilter.On("participates", "s.participates", "Whether the state takes part in the local initiative."),
            new CodeFilter(
                "participation_confidence",
                "s.participation_confidence",
                "confidence",
                "How sure it is that the state takes part."
            ),
            Recorded("has_secretariat", HasSecretariat, "Whether an installed Local Technical Secretariat is on record."),
            Recorded("has_plan", HasPlan, "Whether a source beyond the presentation gives the title or a date of an action plan."),
            Recorded("has_commitments", HasCommitments, "Whether a commitment is on record from a source beyond the presentation."),
            Recorded(
                "has_results",
                HasResults,
                "Whether coded early results that say yes, or an observed indicator of what changed for people, are on record. An output is none."
            ),
            new CodeFilter("stage", Stage, "state_stage", "The furthest step of the local initiative on record."),
            new TextFilter("states", "s", "Words in the names or the capital, whatever their accents and case."),
        ],
        Sorts =
        [
            OrderKey.Id(alias: "s"),
            new OrderKey("name_es", "s.name_es_sort", SortKind.Name),
            new OrderKey("name_en", "s.name_en_sort", SortKind.Name),
            new OrderKey("inegi_code", "s.inegi_code", SortKind.Text),
            new OrderKey("population", "s.population", SortKind.Number, Nullable: true),
            new OrderKey("plans_documented", PlansDocumented, SortKind.Number),
            new OrderKey("commitments_documented", CommitmentsDocumented, SortKind.Number),
            new OrderKey("open_government_index", Index, SortKind.Number, Nullable: true),
            new OrderKey("updated_at", "s.updated_at", SortKind.Instant),
        ],
    };

    public override ListSql List => Sql;

    private static FlagFilter Recorded(string name, string condition, string description) =>
        new(name, condition, $"NOT {condition}", null, description);

    /// <summary>A state by its ISO code, without what hangs on it; null when there is none.</summary>
    public async Task<StateDetail?> DetailAsync(string id, CancellationToken cancellationToken)
    {
        var row = await Session.FindAsync<State>($"{Sql.Select}\n{Sql.From}\nWHERE s.id = @Id", new { Id = id }, cancellationToken);
        if (row is null)
        {
            return null;
        }

        return mapper.Map<StateDetail>(row) with
        {
            Metrics = await Session.QueryAsync<StateMetric>(
                $"""
                SELECT v.edition, v.indicator, v.value, v.institutions_measured, v.confidence
                FROM metric_values v
                WHERE v.scope = 'state' AND v.state_id = @Id
                ORDER BY v.edition DESC, v.indicator{Session.Dialect.Ordinal}
                """,
                new { Id = id },
                cancellationToken
            ),
        };
    }
}
