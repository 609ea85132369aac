using OpenGov.Api.Database;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Stats;

internal sealed class InitiativeSizesRepository(ReadSession session) : ListRepository<InitiativeSize>(session)
{
    public static readonly ListSql Sql = new()
    {
        Select = """
            SELECT r.id, r.observed_on, r.observed_on_precision, r.states, r.secretariats, r.plans, r.commitments, r.authorities,
                   r.civil_society_organizations, r.civil_society_organizations_qualifier,
                   r.source_ids, r.confidence, r.note_es, r.note_en, r.version, r.updated_at
            """,
        From = "FROM initiative_sizes r",
        Filters =
        [
            IdFilter.Own("initiative_sizes", "r"),
            new CodeFilter("confidence", "r.confidence", "confidence", "How sure the record is."),
        ],
        Sorts =
        [
            OrderKey.Id(alias: "r"),
            new OrderKey("observed_on", "r.observed_on", SortKind.Date),
            new OrderKey("updated_at", "r.updated_at", SortKind.Instant),
        ],
        DefaultSort = "observed_on",
    };

    public override ListSql List => Sql;
}
