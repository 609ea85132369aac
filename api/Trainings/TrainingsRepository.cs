using OpenGov.Api.Database;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Trainings;

internal sealed class TrainingsRepository(ReadSession session) : ListRepository<Training>(session)
{
    public static readonly ListSql Sql = new()
    {
        Select = """
            SELECT r.id, r.name_es, r.name_en, r.topics_es, r.topics_en, r.people_trained, r.states_reached,
                   r.source_ids, r.confidence, r.note_es, r.note_en, r.version, r.updated_at
            """,
        From = "FROM trainings r",
        Filters =
        [
            IdFilter.Own("trainings", "r"),
            new CodeFilter("confidence", "r.confidence", "confidence", "How sure the record is."),
            new TextFilter("trainings", "r", "Words in the name or the topics, in either language."),
        ],
        Sorts =
        [
            OrderKey.Id(alias: "r"),
            new OrderKey("name_es", "r.name_es_sort", SortKind.Name),
            new OrderKey("name_en", "r.name_en_sort", SortKind.Name),
            new OrderKey("people_trained", "r.people_trained", SortKind.Number, Nullable: true),
            new OrderKey("updated_at", "r.updated_at", SortKind.Instant),
        ],
    };

    public override ListSql List => Sql;
}
