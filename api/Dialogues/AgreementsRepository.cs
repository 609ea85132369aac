using OpenGov.Api.Database;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Dialogues;

internal sealed class AgreementsRepository(ReadSession session) : ListRepository<Agreement>(session)
{
    /// <summary>The commitment that an agreement <c>r</c> is about, or that came of the proposal <c>q</c> that it is about.</summary>
    public const string Commitment = "COALESCE(r.commitment_id, q.commitment_id)";

    public static readonly ListSql Sql = new()
    {
        Select = """
            SELECT r.id, r.session_id, r.proposal_id, r.commitment_id, r.number, r.text_es, r.text_en, r.responsible_organization_id, r.due_date, r.due_date_precision,
                   r.fulfilled,
                   r.fulfilled_on, r.fulfilled_on_precision, r.evidence_url,
                   r.source_ids, r.confidence, r.note_es, r.note_en, r.version, r.updated_at
            """,
        From = "FROM agreements r JOIN sessions s ON s.id = r.session_id LEFT JOIN proposals q ON q.id = r.proposal_id",
        Filters =
        [
            IdFilter.Own("agreements", "r"),
            new IdFilter("session", "r.session_id", "sessions", "Id of the session."),
            new IdFilter("state", "s.state_id", "states", "State of the session: ISO 3166-2 or INEGI code."),
            new IdFilter("plan", "s.plan_id", "plans", "Plan that the session was about."),
            new IdFilter("proposal", "r.proposal_id", "proposals", "Id of the proposal that it is about; `no_data` when about none."),
            new IdFilter(
                "commitment",
                Commitment,
                "commitments",
                "Id of the commitment that it is about, or that came of the proposal that it is about; `no_data` when neither is."
            ),
            FlagFilter.On("fulfilled", "r.fulfilled", "Whether it was done."),
            new IdFilter("organization", "r.responsible_organization_id", "organizations", "Id of the organisation that answers for it."),
            Deadline.Filter(
                "past_due",
                "r.due_date",
                "r.due_date_precision",
                "Whether its date has passed, of a month or a year the last day; `no_data` when it has none."
            ),
            new ExistsSinceFilter(
                "past_due_by",
                Deadline.PassedBy("r.due_date", "r.due_date_precision", "{0}"),
                "Whose date had passed on this date, of a month or a year the last day."
            ),
            new DateFilter("due_from", "r.due_date", ">=", "Due on this date or later."),
            new DateFilter("due_to", "r.due_date", "<=", "Due on this date or earlier."),
            new TextFilter("agreements", "r", "Words of the agreement, in either language."),
        ],
        Sorts =
        [
            OrderKey.Id(alias: "r"),
            new OrderKey("session_id", "r.session_id", SortKind.Text),
            new OrderKey("due_date", "r.due_date", SortKind.Date, Nullable: true),
            new OrderKey("updated_at", "r.updated_at", SortKind.Instant),
        ],
    };

    public override ListSql List => Sql;
}
