using OpenGov.Api.Database;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Learnings;

internal sealed class LearningsRepository(ReadSession session) : ListRepository<Learning>(session)
{
    public static readonly ListSql Sql = new()
    {
        Select = """
            SELECT r.id, r.number, r.title_es, r.title_en, r.health_check,
                   r.source_ids, r.confidence, r.note_es, r.note_en, r.version, r.updated_at
            """,
        From = "FROM learnings r",
        Filters =
        [
            IdFilter.Own("learnings", "r"),
            new CodeFilter("confidence", "r.confidence", "confidence", "How sure the record is."),
            new TextFilter("learnings", "r", "Words of the learning, in either language."),
        ],
        Sorts =
        [
            OrderKey.Id(alias: "r"),
            new OrderKey("number", "r.number", SortKind.Number),
            new OrderKey("updated_at", "r.updated_at", SortKind.Instant),
        ],
        DefaultSort = "number",
    };

    public override ListSql List => Sql;
}
