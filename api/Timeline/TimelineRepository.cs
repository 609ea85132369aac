using OpenGov.Api.Database;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Timeline;

internal sealed class TimelineRepository(ReadSession session) : ListRepository<TimelineEvent>(session)
{
    public static readonly ListSql Sql = new()
    {
        Select = """
            SELECT r.id, r.occurred_on, r.occurred_on_precision, r.level, r.state_id, r.title_es, r.title_en,
                   r.source_ids, r.confidence, r.note_es, r.note_en, r.version, r.updated_at
            """,
        From = "FROM timeline r",
        Filters =
        [
            IdFilter.Own("timeline", "r"),
            new CodeFilter("level", "r.level", "level", "The national process or the local one."),
            new IdFilter(
                "state",
                "r.state_id",
                "states",
                "ISO 3166-2 code (`MX-DUR`) or INEGI code (`10`); `no_data` for those of no state."
            ),
            new DateFilter("occurred_from", "r.occurred_on", ">=", "Occurred on this date or later."),
            new DateFilter("occurred_to", "r.occurred_on", "<=", "Occurred on this date or earlier."),
            new CodeFilter("confidence", "r.confidence", "confidence", "How sure the record is."),
            new TextFilter("timeline", "r", "Words of the event, in either language."),
        ],
        Sorts =
        [
            OrderKey.Id(alias: "r"),
            new OrderKey("occurred_on", "r.occurred_on", SortKind.Date),
            new OrderKey("level", "r.level", SortKind.Text),
            new OrderKey("updated_at", "r.updated_at", SortKind.Instant),
        ],
        DefaultSort = "occurred_on",
    };

    public override ListSql List => Sql;
}
