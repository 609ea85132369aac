using AutoMapper;
using OpenGov.Api.Assessments;
using OpenGov.Api.Database;
using OpenGov.Api.Lists;
using OpenGov.Api.Plans;

namespace OpenGov.Api.Commitments;

internal sealed class CommitmentsRepository(ReadSession session, AssessmentsRepository assessments, IMapper mapper)
    : ListRepository<Commitment>(session)
{
    /// <summary>Of a milestone, as <see cref="Milestone.IsProgressKnown"/> has it.</summary>
    private const string MilestoneProgress =
        $"CASE WHEN m.status {CommitmentCodes.IsFinished} THEN 100 WHEN m.progress_percent IS NOT NULL THEN m.progress_percent "
        + "WHEN m.status = 'not_started' THEN 0 END";

    /// <summary>What a milestone counts whose progress is known; nothing otherwise.</summary>
    private const string KnownWeight = $"CASE WHEN {MilestoneProgress} IS NOT NULL THEN COALESCE(m.weight, 1) END";

    /// <summary>
    /// Finished is 100; else the mean of the milestones by their weights; else 0 when not started; else unknown. A half is rounded away
    /// from zero, in whole numbers: (2 sum + n) / 2n without a remainder. Whether there are milestones at all is asked first: that is one
    /// look into an index, and to reckon of none what it comes to is not.
    /// </summary>
    public const string Progress = $"""
        CASE WHEN c.status {CommitmentCodes.IsFinished} THEN 100
                        WHEN c.id IN (SELECT m.commitment_id FROM milestones m)
                        THEN COALESCE((SELECT (2 * SUM({KnownWeight} * {MilestoneProgress}) + SUM({KnownWeight}))
                                              / NULLIF(2 * SUM({KnownWeight}), 0)
                                         FROM milestones m WHERE m.commitment_id = c.id),
                                      CASE WHEN c.status = 'not_started' THEN 0 END)
                        WHEN c.status = 'not_started' THEN 0 END
        """;

    private static readonly string PastDue = Deadline.Passed("c.due_date", "c.due_date_precision");

    private static readonly string IsOverdue = $"({PastDue} AND c.status IN ('not_started', 'in_progress'))";

    private static readonly string IsNotOverdue =
        $"(c.due_date IS NOT NULL AND (c.status {CommitmentCodes.IsFinished} OR NOT ({PastDue})))";

    private static readonly string Overdue = $"CASE WHEN {IsOverdue} THEN 1 WHEN {IsNotOverdue} THEN 0 END";

    private static readonly string HasIndicators = $"EXISTS ({Indicator.ObservedOutcomes})";

    private const string HasSecretariat = "EXISTS (SELECT 1 FROM secretariats u WHERE u.state_id = p.state_id AND u.status = 'installed')";

    public static readonly ListSql Sql = new()
    {
        IsKept = true,
        Select = $"""
            SELECT c.id, c.plan_id, p.level, p.state_id, p.scope, c.municipality, p.in_stated_total,
                   c.number, c.ogp_code, c.kind, c.title_es, c.title_en, c.title_es_origin, c.title_en_origin, c.theme_es, c.theme_en,
                   c.ogp_listing_tag, c.ogp_policy_areas, c.problem_es, c.problem_en, c.solution_es,
                   c.solution_en, c.benefits_es, c.benefits_en, c.policy_areas, c.ogp_values, c.sdgs, c.lead_organizations,
                   c.supporting_organizations, c.status,
                   {Progress} AS progress_percent,
                   c.completion, {Independent.VoiceOf("completion", "completion")} AS completion_voice,
                   c.ambition, {Independent.VoiceOf("ambition", "ambition")} AS ambition_voice,
                   c.early_results, {Independent.VoiceOf("early_results", "early_results")} AS early_results_voice,
                   c.verifiable, {Independent.VoiceOf("verifiable", "verifiable")} AS verifiable_voice,
                   c.relevant, {Independent.VoiceOf("relevance", "relevant")} AS relevant_voice,
                   c.start_date, c.start_date_precision, c.due_date, c.due_date_precision,
                   {Overdue} AS overdue,
                   c.url, c.source_ids, c.confidence, c.inferred_fields, c.presentation_fields, c.note_es, c.note_en,
                   c.version, c.updated_at
            """,
        From = "FROM commitments c JOIN plans p ON p.id = c.plan_id",
        Counted = new CountedSql
        {
            From = "FROM plans p CROSS JOIN commitments c",
            Condition = "p.id = c.plan_id",
            Unless = new HashSet<string> { "id", "q" },
            First = "p.id",
            Together =
            [
                new("plan", "p.id"),
                new("level", "p.level"),
                new("state", "p.state_id"),
                new("scope", "p.scope"),
                new("year", PlansRepository.Year),
                new("status", "c.status"),
            ],
        },
        Filters =
        [
            IdFilter.Own("commitments", "c"),
            new CodeFilter("level", "p.level", "level", "Commitments of national plans or of local ones."),
            new IdFilter(
                "state",
                "p.state_id",
                "states",
                "ISO 3166-2 code (`MX-DUR`) or INEGI code (`10`); `no_data` for national commitments."
            ),
            new CodeFilter("scope", "p.scope", "plan_scope", "Of a plan of a state or of a municipality; `no_data` when national."),
            new MunicipalityFilter(null, "c.municipality", "INEGI code of a municipality (`10005`) of which the commitment is."),
            new IdFilter("plan", "c.plan_id", "plans", "Id of the plan."),
            new YearFilter("year", PlansRepository.Year, "Year in which its plan begins; `no_data` where that is not known."),
            new CodeFilter("kind", "c.kind", "commitment_kind", "Co-created or proactive."),
            new CodeFilter("status", "c.status", "implementation_status", "Implementation status as reported: did they do it?"),
            new CodeFilter(
                "completion",
                "c.completion",
                "completion",
                "Completion, by the newest assessment that is not the government’s."
            ),
            new CodeFilter(
                "ambition",
                "c.ambition",
                "ambition",
                "Ambition, potential impact or potential for results, by the newest assessment that is not the government’s."
            ),
            new CodeFilter(
                "early_results",
                "c.early_results",
                "early_results",
                "Did it open government? By the newest assessment that is not the government’s."
            ),
            FlagFilter.On("verifiable", "c.verifiable", "Whether the newest assessment that is not the government’s finds it verifiable."),
            FlagFilter.On(
                "relevant",
                "c.relevant",
                "Whether the newest assessment that is not the government’s finds it relevant to OGP values."
            ),
            new CodeFilter("policy_area", "c.policy_areas", "policy_area", "OGP policy area.") { IsList = true },
            new CodeFilter("ogp_value", "c.ogp_values", "ogp_value", "OGP value.") { IsList = true },
            new CodeFilter("sdg", "c.sdgs", "sdg", "Number of the Sustainable Development Goal, 1 to 17.") { IsList = true },
            new InListFilter(
                "organization",
                ["c.lead_organizations", "c.supporting_organizations"],
                "organizations",
                "Id of an organisation that leads or supports it; `no_data` when none is recorded that does."
            ),
            new ConditionFilter(
                "sector",
                "sector",
                LedBySector,
                "Sector of an organisation that leads it.",
                new GroupKey("c.lead_organizations", Vocabulary: "sector", IsList: true, Through: "organizations")
            ),
            new CodeFilter("confidence", "c.confidence", "confidence", "How sure the record is."),
            FlagFilter.On("in_stated_total", "p.in_stated_total", "Whether the plan is one that the presentation counts."),
            FlagFilter.On("overdue", Overdue, "Whether it is past due and not finished; `no_data` when that is unknown."),
            new FlagFilter(
                "has_secretariat",
                HasSecretariat,
                $"(p.state_id IS NOT NULL AND NOT {HasSecretariat})",
                "p.state_id IS NULL",
                "Whether the state has an installed secretariat on record; `no_data` for national commitments."
            ),
            new FlagFilter(
                "has_indicators",
                HasIndicators,
                $"NOT {HasIndicators}",
                null,
                "Whether an impact indicator (`kind` `outcome`: what changed for people) has an observed value that is not known to be from before its plan. An output is none."
            ),
            .. EvidenceFilters.All,
            new DateFilter("due_from", "c.due_date", ">=", "Due on this date or later."),
            new DateFilter("due_to", "c.due_date", "<=", "Due on this date or earlier."),
            new DateFilter("start_from", "c.start_date", ">=", "Starts on this date or later."),
            new DateFilter("start_to", "c.start_date", "<=", "Starts on this date or earlier."),
            new SinceFilter("updated_since", "c.updated_at", "Changed here at this instant or later."),
            new TextFilter(
                "commitments",
                "c",
                "Words in the titles, problem, solution or benefits, in either language, whatever their accents and case; "
                    + "the last word as a prefix; a phrase in double quotes as it stands."
            ),
        ],
        Sorts =
        [
            OrderKey.Id(alias: "c"),
            new OrderKey("plan_id", "c.plan_id", SortKind.Text),
            new OrderKey("state_id", "p.state_id", SortKind.Text, Nullable: true),
            new OrderKey("number", "c.number", SortKind.Number, Nullable: true),
            new OrderKey("title_es", "c.title_es_sort", SortKind.Name, Nullable: true),
            new OrderKey("title_en", "c.title_en_sort", SortKind.Name, Nullable: true),
            new OrderKey("status", "c.status", SortKind.Text, Nullable: true),
            new OrderKey("completion", "c.completion", SortKind.Text, Nullable: true),
            new OrderKey("early_results", "c.early_results", SortKind.Text, Nullable: true),
            new OrderKey("progress_percent", $"({Progress})", SortKind.Number, Nullable: true),
            new OrderKey("start_date", "c.start_date", SortKind.Date, Nullable: true),
            new OrderKey("due_date", "c.due_date", SortKind.Date, Nullable: true),
            new OrderKey("updated_at", "c.updated_at", SortKind.Instant),
        ],
    };

    private static readonly Parts<Milestone> Milestones = new()
    {
        Select = """
            SELECT m.id, m.commitment_id, m.number, m.title_es, m.title_en, m.weight, m.due_date, m.due_date_precision, m.status, m.progress_percent,
                   m.completed_on, m.completed_on_precision, m.verified_by, m.verified_on, m.verification_outcome,
                   m.source_ids, m.confidence, m.note_es, m.note_en, m.version, m.updated_at
            FROM milestones m
            """,
        Of = "m.commitment_id",
        Order = "m.number, m.id{ordinal}",
        By = row => row.CommitmentId,
        Copy = row => row with { },
    };

    private static readonly Parts<Evidence> Evidences = new()
    {
        Select = """
            SELECT e.id, e.commitment_id, e.milestone_id, e.title_es, e.title_en, e.url, e.file_name, e.file_type, e.file_bytes,
                   e.file_sha256, e.kind, e.published_on, e.published_on_precision,
                   e.source_ids, e.confidence, e.note_es, e.note_en, e.version, e.updated_at
            FROM evidence e
            """,
        Of = "e.commitment_id",
        Order = "e.id{ordinal}",
        By = row => row.CommitmentId,
        Copy = row => row with { },
    };

    private static readonly Parts<Indicator> Indicators = new()
    {
        Select = """
            SELECT i.id, i.commitment_id, i.name_es, i.name_en, i.unit_es, i.unit_en, i.direction, i.kind, i.baseline,
                   i.baseline_date, i.baseline_date_precision, i.target, i.target_date, i.target_date_precision,
                   i.source_ids, i.confidence, i.note_es, i.note_en, i.version, i.updated_at
            FROM indicators i
            """,
        Of = "i.commitment_id",
        Order = "i.id{ordinal}",
        By = row => row.CommitmentId,
        Copy = row => row with { },
    };

    private static readonly Parts<Observation> Observations = new()
    {
        Select = """
            SELECT o.id, o.indicator_id, o.value, o.observed_on, o.observed_on_precision, o.source_ids, o.confidence, o.note_es,
                   o.note_en, o.version, o.updated_at
            FROM observations o
            JOIN indicators i ON i.id = o.indicator_id
            """,
        Of = "i.commitment_id",
        Order = "o.indicator_id{ordinal}, CASE WHEN o.observed_on IS NULL THEN 1 ELSE 0 END, o.observed_on, o.id{ordinal}",
        By = row => row.IndicatorId,
        Copy = row => row with { },
    };

    private const string Organizations = "SELECT g.id, g.name, g.acronym, g.sector FROM organizations g";

    private const string Plans =
        "SELECT p.id, p.level, p.scope, p.municipality, p.state_id, p.number, p.title_es, p.title_en, p.start_date, p.published_on FROM plans p";

    public override ListSql List => Sql;

    /// <summary>A commitment with all that hangs on it; null when there is none.</summary>
    public async Task<CommitmentDetail?> DetailAsync(string id, CancellationToken cancellationToken)
    {
        var where = await ListQueries.FilteredAsync(Session, Sql, ListRequest.Everything, cancellationToken);
        where.And($"c.id = {where.Value(id)}");
        var row = await Session.FindAsync<Commitment>(
            where.Complete($"{Sql.Select}\n{Sql.From}\n{where.Sql}"),
            where.Parameters,
            cancellationToken
        );
        return row is null
            ? null
            : mapper.Map<CommitmentDetail>(row) with
            {
                Plan = (await Session.ByIdAsync<CommitmentPlan>(Plans, "p.id", [row.PlanId], plan => plan.Id, cancellationToken))[
                    row.PlanId
                ],
                Milestones = [.. (await Milestones.OfAsync(Session, [id], cancellationToken))[id]],
                Indicators = [.. (await IndicatorsAsync([id], cancellationToken))[id]],
                Evidence = [.. (await Evidences.OfAsync(Session, [id], cancellationToken))[id]],
                Assessments = [.. (await assessments.OfCommitmentsAsync([id], cancellationToken))[id]],
                Organizations = Of(row, await OrganizationsAsync([row], cancellationToken)),
            };
    }

    /// <summary>A commitment is led by a sector when one of its lead organisations is of that sector.</summary>
    private static string LedBySector(IReadOnlyList<string> sectors, Where where)
    {
        var alternatives = new List<string>();
        var codes = sectors.Where(sector => sector != Filter.NoData).ToList();
        if (codes.Count > 0)
        {
            const string Leads = "CONCAT('|', c.lead_organizations, '|') LIKE CONCAT('%|', g.id, '|%')";
            alternatives.Add($"EXISTS (SELECT 1 FROM organizations g WHERE {where.In("g.sector", codes)} AND {Leads})");
        }

        if (codes.Count < sectors.Count)
        {
            alternatives.Add("c.lead_organizations IS NULL");
        }

        return $"({string.Join(" OR ", alternatives)})";
    }

    /// <inheritdoc />
    protected override async Task IncludeAsync(
        IReadOnlyList<Commitment> records,
        IReadOnlyList<string> asked,
        CancellationToken cancellationToken
    )
    {
        List<string> ids = [.. records.Select(record => record.Id)];
        var milestones = asked.Contains("milestones") ? await Milestones.OfAsync(Session, ids, cancellationToken) : null;
        var indicators = asked.Contains("indicators") ? await IndicatorsAsync(ids, cancellationToken) : null;
        var evidence = asked.Contains("evidence") ? await Evidences.OfAsync(Session, ids, cancellationToken) : null;
        var said = asked.Contains("assessments") ? await assessments.OfCommitmentsAsync(ids, cancellationToken) : null;
        var organizations = asked.Contains("organizations") ? await OrganizationsAsync(records, cancellationToken) : null;
        foreach (var record in records)
        {
            record.Milestones = milestones?[record.Id].ToList();
            record.Indicators = indicators?[record.Id].ToList();
            record.Evidence = evidence?[record.Id].ToList();
            record.Assessments = said?[record.Id].ToList();
            record.Organizations = organizations is null ? null : Of(record, organizations);
        }
    }

    private async Task<ILookup<string, Indicator>> IndicatorsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var rows = (await Indicators.OfAsync(Session, ids, cancellationToken)).SelectMany(some => some).ToList();
        if (rows.Count == 0)
        {
            return rows.ToLookup(row => row.CommitmentId);
        }

        var observed = await Observations.OfAsync(Session, ids, cancellationToken, by: rows.Select(row => row.Id));
        return rows.Select(row => row with { Observations = [.. observed[row.Id]] }).ToLookup(row => row.CommitmentId);
    }

    private Task<IReadOnlyDictionary<string, CommitmentOrganization>> OrganizationsAsync(
        IReadOnlyList<Commitment> commitments,
        CancellationToken cancellationToken
    ) =>
        Session.ByIdAsync<CommitmentOrganization>(
            Organizations,
            "g.id",
            commitments.SelectMany(each => each.LeadOrganizations.Concat(each.SupportingOrganizations)),
            row => row.Id,
            cancellationToken
        );

    /// <summary>Those that lead a commitment, then those that support it.</summary>
    private static IReadOnlyList<CommitmentOrganization> Of(Commitment of, IReadOnlyDictionary<string, CommitmentOrganization> all) =>
        [.. In("lead", of.LeadOrganizations, all), .. In("supporting", of.SupportingOrganizations, all)];

    private static IEnumerable<CommitmentOrganization> In(
        string role,
        IReadOnlyList<string> ids,
        IReadOnlyDictionary<string, CommitmentOrganization> all
    ) =>
        ids.Select(id => all.GetValueOrDefault(id))
            .OfType<CommitmentOrganization>()
            .Select(organization => organization with { Role = role });
}
