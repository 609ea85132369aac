using AutoMapper;
using OpenGov.Api.Assessments;
using OpenGov.Api.Commitments;
using OpenGov.Api.Database;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Plans;

internal sealed class PlansRepository(ReadSession session, AssessmentsRepository assessments, IMapper mapper)
    : ListRepository<Plan>(session)
{
    private const string OfThePlan = $"c.plan_id = p.id AND c.confidence {Documented.Sql}";

    /// <summary>The year in which a plan begins, as text.</summary>
    public const string Year = "SUBSTRING(CAST(p.start_date AS NVARCHAR(10)), 1, 4)";

    public const string CommitmentsDocumented = $"(SELECT COUNT(*) FROM commitments c WHERE {OfThePlan})";

    /// <summary>More is on record of the plan than that there is one; a title in our own words says no more than that.</summary>
    private const string IsDescribed =
        "(p.start_date IS NOT NULL OR p.published_on IS NOT NULL "
        + "OR (p.title_es IS NOT NULL AND COALESCE(p.title_es_origin, 'official') <> 'own_words') "
        + "OR (p.title_en IS NOT NULL AND COALESCE(p.title_en_origin, 'official') NOT IN ('own_words', 'translation')))";

    /// <summary>What counts as a documented plan <c>p</c>: a source beyond the presentation gives its title or a date.</summary>
    public const string IsDocumented = $"(p.confidence {Documented.Sql} AND {IsDescribed})";

    /// <summary>The same in filters of the list.</summary>
    public const string DocumentedFilter = $"{Documented.Filter}&described=true";

    public static readonly ListSql Sql = new()
    {
        IsKept = true,
        Select = $"""
            SELECT p.id, p.level, p.state_id, p.scope, p.municipality, p.number, p.title_es, p.title_en, p.title_es_origin,
                   p.title_en_origin, p.start_date, p.start_date_precision, p.end_date, p.end_date_precision,
                   p.published_on, p.published_on_precision, p.stage, p.governance_body_es, p.governance_body_en,
                   p.commitments_stated,
                   p.participation_level, p.in_stated_total, p.characteristics_es, p.characteristics_en, p.lessons_es, p.lessons_en,
                   {CommitmentsDocumented} AS commitments_documented,
                   (SELECT {CommitmentCodes.CountOfFinished} FROM commitments c WHERE {OfThePlan}) AS commitments_completed,
                   (SELECT {CommitmentCodes.CountOfOpenedGovernment} FROM commitments c WHERE {OfThePlan}) AS commitments_with_results,
                   (SELECT COUNT(*) FROM commitments c WHERE {OfThePlan} AND EXISTS ({Indicator.ObservedOutcomes})) AS commitments_with_indicators,
                   p.source_ids, p.confidence, p.inferred_fields, p.note_es, p.note_en, p.version, p.updated_at
            """,
        From = "FROM plans p",
        Filters =
        [
            IdFilter.Own("plans", "p"),
            new CodeFilter("level", "p.level", "level", "National plans or local ones."),
            new IdFilter("state", "p.state_id", "states", "ISO 3166-2 code (`MX-DUR`) or INEGI code (`10`); `no_data` for national plans."),
            new CodeFilter("scope", "p.scope", "plan_scope", "Local plans of a state or of a municipality; `no_data` for national plans."),
            new MunicipalityFilter(
                "EXISTS (SELECT 1 FROM commitments c WHERE c.plan_id = p.id AND c.municipality IN ({0}))",
                "p.municipality",
                "INEGI code of a municipality (`10005`) whose plan it is, or of which one of its commitments is."
            ),
            new IdFilter("plan", "p.id", "plans", "Id of the plan."),
            new YearFilter("year", Year, "Year in which it begins; `no_data` where that is not known."),
            new CodeFilter("stage", "p.stage", "plan_stage", "Stage in the cycle."),
            new CodeFilter(
                "participation_level",
                "p.participation_level",
                "participation_level",
                "Level of public influence during co-creation (IAP2)."
            ),
            new CodeFilter("confidence", "p.confidence", "confidence", "How sure the record is."),
            FlagFilter.On(
                "in_stated_total",
                "p.in_stated_total",
                "Whether the presentation counts the plan among its 4 national and 19 local ones."
            ),
            new FlagFilter(
                "described",
                IsDescribed,
                $"NOT {IsDescribed}",
                null,
                "Whether its title or a date of it is on record; of some plans it is known only that they exist."
            ),
            .. HealthCheck.All.Select(check => check.Filter),
            new TextFilter("plans", "p", "Words in the titles, the body, the characteristics or the lessons, in either language."),
        ],
        Sorts =
        [
            OrderKey.Id(alias: "p"),
            new OrderKey("level", "p.level", SortKind.Text),
            new OrderKey("state_id", "p.state_id", SortKind.Text, Nullable: true),
            new OrderKey("number", "p.number", SortKind.Number),
            new OrderKey("title_es", "p.title_es_sort", SortKind.Name, Nullable: true),
            new OrderKey("title_en", "p.title_en_sort", SortKind.Name, Nullable: true),
            new OrderKey("start_date", "p.start_date", SortKind.Date, Nullable: true),
            new OrderKey("commitments_stated", "p.commitments_stated", SortKind.Number, Nullable: true),
            new OrderKey("commitments_documented", CommitmentsDocumented, SortKind.Number),
            new OrderKey("updated_at", "p.updated_at", SortKind.Instant),
        ],
    };

    public override ListSql List => Sql;

    /// <summary>A plan with its members and assessments; null when there is none.</summary>
    public async Task<PlanDetail?> DetailAsync(string id, CancellationToken cancellationToken)
    {
        var row = await Session.FindAsync<Plan>($"{Sql.Select}\n{Sql.From}\nWHERE p.id = @Id", new { Id = id }, cancellationToken);
        return row is null
            ? null
            : mapper.Map<PlanDetail>(row) with
            {
                Members = await MembersAsync(id, cancellationToken),
                Assessments = await assessments.OfPlanAsync(id, cancellationToken),
            };
    }

    /// <summary>The plans of a state, in order.</summary>
    public async Task<IReadOnlyList<Plan>> OfStateAsync(string stateId, CancellationToken cancellationToken)
    {
        var rows = await Session.QueryAsync<Plan>(
            $"{Sql.Select}\n{Sql.From}\nWHERE p.state_id = @StateId\nORDER BY p.number, p.id{Session.Dialect.Ordinal}",
            new { StateId = stateId },
            cancellationToken
        );
        return rows;
    }

    private Task<IReadOnlyList<PlanMember>> MembersAsync(string id, CancellationToken cancellationToken) =>
        Session.QueryAsync<PlanMember>(
            $"""
            SELECT m.organization_id, o.name, o.acronym, m.sector, m.left_on, m.left_on_precision, m.note_es, m.note_en
            FROM plan_members m
            JOIN organizations o ON o.id = m.organization_id
            WHERE m.plan_id = @Id
            ORDER BY m.sector{Session.Dialect.Ordinal}, o.name_sort{Session.Dialect.Ordinal}, m.id{Session.Dialect.Ordinal}
            """,
            new { Id = id },
            cancellationToken
        );
}
