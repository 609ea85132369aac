using AutoMapper;
using OpenGov.Api.Data;
using OpenGov.Api.Http;

namespace OpenGov.Api.Trainings;

internal sealed class TrainingsRepository(ReadSession session, IMapper mapper) : ListRepository<TrainingRow, Training>(session, mapper)
{
    public static readonly ListSql Sql = new()
    {
        Select =
            """
            SELECT r.id, r.name_es, r.name_en, r.topics_es, r.topics_en, r.people_trained, r.states_reached,
                   r.source_ids, r.confidence, r.note_es, r.note_en, r.updated_at
            """,
        From = "FROM trainings r",
        Filters =
        [
            new CodeFilter("confidence", "r.confidence", "confidence", "How sure the record is."),
            new TextFilter("trainings", "r", "Words in the name or the topics, in either language."),
        ],
        Sorts =
        [
            SortKey.Id(alias: "r"),
            new SortKey("name_es", "r.name_es_sort", SortKind.Name),
            new SortKey("name_en", "r.name_en_sort", SortKind.Name),
            new SortKey("people_trained", "r.people_trained", SortKind.Number, Nullable: true),
            new SortKey("updated_at", "r.updated_at", SortKind.Instant),
        ],
    };

    public override ListSql List => Sql;
}
