using OpenGov.Api.Database;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Practices;

internal sealed class PracticesRepository(ReadSession session) : ListRepository<Practice>(session)
{
    public static readonly ListSql Sql = new()
    {
        Select = """
            SELECT r.id, r.scope, r.state_id, r.title_es, r.title_en, r.problem_es, r.problem_en, r.solution_es, r.solution_en, r.result_es,
                   r.result_en, r.theme_es, r.theme_en, r.commitment_ids, r.url,
                   r.source_ids, r.confidence, r.note_es, r.note_en, r.version, r.updated_at
            """,
        From = "FROM practices r",
        Filters =
        [
            IdFilter.Own("practices", "r"),
            new CodeFilter("scope", "r.scope", "practice_scope", "National or international."),
            new IdFilter(
                "state",
                "r.state_id",
                "states",
                "ISO 3166-2 code (`MX-DUR`) or INEGI code (`10`); `no_data` for those of no state."
            ),
            new InListFilter("commitment", ["r.commitment_ids"], "commitments", "Id of a commitment that it is linked to."),
            new CodeFilter("confidence", "r.confidence", "confidence", "How sure the record is."),
            new TextFilter("practices", "r", "Words in the title, problem, solution or result, in either language."),
        ],
        Sorts =
        [
            OrderKey.Id(alias: "r"),
            new OrderKey("title_es", "r.title_es_sort", SortKind.Name),
            new OrderKey("title_en", "r.title_en_sort", SortKind.Name),
            new OrderKey("state_id", "r.state_id", SortKind.Text, Nullable: true),
            new OrderKey("updated_at", "r.updated_at", SortKind.Instant),
        ],
    };

    public override ListSql List => Sql;
}
