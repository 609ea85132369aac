using OpenGov.Api.Database;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Dialogues;

internal sealed class SessionsRepository(ReadSession session) : ListRepository<Session>(session)
{
    public static readonly ListSql Sql = new()
    {
        Select = """
            SELECT r.id, r.secretariat_id, r.plan_id, r.state_id, r.title_es, r.title_en, r.kind, r.held_on, r.starts_at,
                   r.duration_minutes,
                   r.announced_on, r.place, r.url, r.agenda_es, r.agenda_en, r.minutes_url, r.attendance_civil_society,
                   r.attendance_government, r.attendance_oversight_body, r.attendance_academia, r.attendance_other,
                   r.source_ids, r.confidence, r.note_es, r.note_en, r.version, r.updated_at
            """,
        From = "FROM sessions r",
        Filters =
        [
            IdFilter.Own("sessions", "r"),
            new IdFilter(
                "state",
                "r.state_id",
                "states",
                "ISO 3166-2 code (`MX-DUR`) or INEGI code (`10`); `no_data` for those of no state."
            ),
            new IdFilter("secretariat", "r.secretariat_id", "secretariats", "Id of the secretariat."),
            new IdFilter("plan", "r.plan_id", "plans", "Id of the plan."),
            new CodeFilter("kind", "r.kind", "session_kind", "Kind of session."),
            new DateFilter("held_from", "r.held_on", ">=", "Held on this date or later."),
            new DateFilter("held_to", "r.held_on", "<=", "Held on this date or earlier."),
            new TextFilter("sessions", "r", "Words in the title or the agenda, in either language."),
        ],
        Sorts =
        [
            OrderKey.Id(alias: "r"),
            new OrderKey("held_on", "r.held_on", SortKind.Date),
            new OrderKey("state_id", "r.state_id", SortKind.Text, Nullable: true),
            new OrderKey("updated_at", "r.updated_at", SortKind.Instant),
        ],
        DefaultSort = "-held_on",
    };

    public override ListSql List => Sql;
}
