using OpenGov.Api.Database;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Sources;

internal sealed class SourcesRepository(ReadSession session) : ListRepository<Source>(session)
{
    public static readonly ListSql Sql = new()
    {
        Select = """
            SELECT r.id, r.title, r.title_es, r.url, r.publisher, r.kind, r.published_on, r.published_on_precision, r.mirror, r.original_url,
                   r.read_extent, r.note_es, r.note_en, r.version, r.updated_at
            """,
        From = "FROM sources r",
        Filters =
        [
            IdFilter.Own("sources", "r"),
            new CodeFilter("kind", "r.kind", "source_kind", "Whose voice it is."),
            new FlagFilter("is_copy", "r.mirror IS NOT NULL", "r.mirror IS NULL", null, "Whether a third party's copy was read."),
            new SinceFilter("updated_since", "r.updated_at", "Changed here at this instant or later."),
        ],
        Sorts =
        [
            OrderKey.Id(alias: "r"),
            new OrderKey("published_on", "r.published_on", SortKind.Date, Nullable: true),
            new OrderKey("kind", "r.kind", SortKind.Text, Nullable: true),
            new OrderKey("updated_at", "r.updated_at", SortKind.Instant),
        ],
    };

    public override ListSql List => Sql;
}
