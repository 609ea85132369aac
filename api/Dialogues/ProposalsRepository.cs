using OpenGov.Api.Database;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Dialogues;

internal sealed class ProposalsRepository(ReadSession session) : ListRepository<Proposal>(session)
{
    /// <summary>
    /// The condition that a proposal <c>r</c> waits for a reasoned response, everywhere. What is written here has a disposition with it; of
    /// what others published, the reasons alone may be known.
    /// </summary>
    public const string IsUnanswered = "(r.response_es IS NULL AND r.response_en IS NULL)";

    private static readonly string IsPastDue = Deadline.Passed("r.response_due_date", "r.response_due_date_precision");

    public static readonly ListSql Sql = new()
    {
        Select = """
            SELECT r.id, r.plan_id, r.state_id, r.proposed_on, r.proposed_on_precision, r.response_due_date, r.response_due_date_precision,
                   r.problem_es, r.problem_en, r.proposal_es,
                   r.proposal_en,
                   r.theme_es, r.theme_en, r.sector, r.organization_id, r.disposition, r.response_es, r.response_en, r.responded_on,
                   r.responded_on_precision, r.commitment_id,
                   r.source_ids, r.confidence, r.note_es, r.note_en, r.version, r.updated_at
            """,
        From = "FROM proposals r",
        Filters =
        [
            IdFilter.Own("proposals", "r"),
            new IdFilter(
                "state",
                "r.state_id",
                "states",
                "ISO 3166-2 code (`MX-DUR`) or INEGI code (`10`); `no_data` for those of no state."
            ),
            new IdFilter("plan", "r.plan_id", "plans", "Id of the plan."),
            new IdFilter("commitment", "r.commitment_id", "commitments", "Id of the commitment that came of it."),
            new CodeFilter("sector", "r.sector", "sector", "Sector that made it."),
            new CodeFilter("disposition", "r.disposition", "disposition", "What became of it."),
            new FlagFilter("answered", $"NOT {IsUnanswered}", IsUnanswered, null, "Whether it has a reasoned response."),
            new FlagFilter(
                "response_past_due",
                $"({IsUnanswered} AND {IsPastDue})",
                $"(r.response_due_date IS NOT NULL AND NOT ({IsUnanswered} AND {IsPastDue}))",
                "r.response_due_date IS NULL",
                "Whether it still has no reasoned response and the date of its response has passed, of a month or a year the last day; `no_data` when no date is set."
            ),
            new TextFilter("proposals", "r", "Words of the proposal or its response, in either language."),
        ],
        Sorts =
        [
            OrderKey.Id(alias: "r"),
            new OrderKey("proposed_on", "r.proposed_on", SortKind.Date, Nullable: true),
            new OrderKey("response_due_date", "r.response_due_date", SortKind.Date, Nullable: true),
            new OrderKey("state_id", "r.state_id", SortKind.Text, Nullable: true),
            new OrderKey("updated_at", "r.updated_at", SortKind.Instant),
        ],
    };

    public override ListSql List => Sql;
}
