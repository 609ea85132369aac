using OpenGov.Api.Database;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Instruments;

internal sealed class InstrumentsRepository(ReadSession session) : ListRepository<Instrument>(session)
{
    public static readonly ListSql Sql = new()
    {
        Select = """
            SELECT r.id, r.kind, r.name_es, r.name_en, r.description_es, r.description_en, r.levels_es, r.levels_en, r.aims_es,
                   r.aims_en, r.url,
                   r.source_ids, r.confidence, r.note_es, r.note_en, r.version, r.updated_at
            """,
        From = "FROM instruments r",
        Filters =
        [
            IdFilter.Own("instruments", "r"),
            new CodeFilter("kind", "r.kind", "instrument_kind", "Kind of instrument."),
            new CodeFilter("confidence", "r.confidence", "confidence", "How sure the record is."),
            new TextFilter("instruments", "r", "Words in the name or the description, in either language."),
        ],
        Sorts =
        [
            OrderKey.Id(alias: "r"),
            new OrderKey("kind", "r.kind", SortKind.Text),
            new OrderKey("name_es", "r.name_es_sort", SortKind.Name),
            new OrderKey("name_en", "r.name_en_sort", SortKind.Name),
            new OrderKey("updated_at", "r.updated_at", SortKind.Instant),
        ],
    };

    public override ListSql List => Sql;
}
