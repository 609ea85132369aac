using OpenGov.Api.Database;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Assessments;

internal sealed class AssessmentsRepository(ReadSession session) : ListRepository<Assessment>(session)
{
    public static readonly ListSql Sql = new()
    {
        Select = """
            SELECT a.id, a.plan_id, a.commitment_id, a.voice, a.organization_id, a.aspect, a.code, a.value, a.out_of, a.unit,
                   a.statement_es, a.statement_en, a.period, a.stall_reason, a.unblock_es, a.unblock_en,
                   a.assessed_on, a.assessed_on_precision,
                   a.source_ids, a.confidence, a.note_es, a.note_en, a.version, a.updated_at
            """,
        From = """
            FROM assessments a
            LEFT JOIN commitments c ON c.id = a.commitment_id
            JOIN plans p ON p.id = COALESCE(a.plan_id, c.plan_id)
            """,
        Filters =
        [
            IdFilter.Own("assessments", "a"),
            new IdFilter("plan", "p.id", "plans", "Id of a plan: of it as a whole and of its commitments."),
            new IdFilter("commitment", "a.commitment_id", "commitments", "Id of a commitment; `no_data` for those of a plan as a whole."),
            new CodeFilter(
                "about",
                "CASE WHEN a.commitment_id IS NULL THEN 'plan' ELSE 'commitment' END",
                "assessed",
                "Of plans as a whole or of commitments."
            ),
            new CodeFilter("level", "p.level", "level", "Of national plans or of local ones."),
            new IdFilter("state", "p.state_id", "states", "ISO 3166-2 code (`MX-DUR`) or INEGI code (`10`); `no_data` for national plans."),
            new CodeFilter("voice", "a.voice", "voice", "Who says it."),
            new CodeFilter("aspect", "a.aspect", "aspect", "What it speaks of."),
            new AspectCodeFilter("code", "a.code", "Code that it gives; `no_data` for a figure that counts no code."),
            new IdFilter(
                "organization",
                "a.organization_id",
                "organizations",
                "Id of the organisation that says it; `no_data` where a source says who."
            ),
            new PeriodFilter("period", "a.period", "Half-year that it reports on, such as `2026-H1`; `no_data` for those of no half-year."),
            new CodeFilter("stall_reason", "a.stall_reason", "stall_reason", "Why nothing moved in the half-year."),
            new CodeFilter("confidence", "a.confidence", "confidence", "How sure the record is."),
            new SinceFilter("updated_since", "a.updated_at", "Changed here at this instant or later."),
        ],
        Sorts =
        [
            OrderKey.Id(alias: "a"),
            new OrderKey("assessed_on", "a.assessed_on", SortKind.Date, Nullable: true),
            new OrderKey("period", "a.period", SortKind.Text, Nullable: true),
            new OrderKey("updated_at", "a.updated_at", SortKind.Instant),
        ],
    };

    private static readonly Parts<Assessment> OfCommitments = new()
    {
        Select = $"{Sql.Select}\nFROM assessments a",
        Of = "a.commitment_id",
        Order = "CASE WHEN a.assessed_on IS NULL THEN 1 ELSE 0 END, a.assessed_on DESC, a.id{ordinal} DESC",
        By = row => row.CommitmentId ?? "",
        Copy = row => row with { },
    };

    public override ListSql List => Sql;

    /// <summary>What was said of a plan as a whole, by id: what belongs together was recorded together.</summary>
    public Task<IReadOnlyList<Assessment>> OfPlanAsync(string id, CancellationToken cancellationToken) =>
        Session.QueryAsync<Assessment>(
            $"""
            {Sql.Select}
            FROM assessments a
            WHERE a.plan_id = @Id
            ORDER BY a.id{Session.Dialect.Ordinal}
            """,
            new { Id = id },
            cancellationToken
        );

    /// <summary>What was said of each of some commitments, newest first.</summary>
    public Task<ILookup<string, Assessment>> OfCommitmentsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        OfCommitments.OfAsync(Session, ids, cancellationToken);
}
