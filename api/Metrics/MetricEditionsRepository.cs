using System.Globalization;
using AutoMapper;
using OpenGov.Api.Database;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Metrics;

internal sealed class MetricEditionsRepository(ReadSession session, IMapper mapper) : ListRepository<MetricEdition>(session)
{
    public static readonly ListSql Sql = new()
    {
        Select = """
            SELECT e.id, e.edition, e.number, e.name_es, e.name_en, e.published_on, e.published_on_precision, e.fieldwork_year, e.authors,
                   e.institutions_measured, e.scale_min, e.scale_max, e.sample_es, e.sample_en, e.formula_es, e.formula_en,
                   e.comparable_with_previous, e.comparability_es, e.comparability_en,
                   e.source_ids, e.confidence, e.note_es, e.note_en, e.version, e.updated_at
            """,
        From = "FROM metric_editions e",
        Filters =
        [
            IdFilter.Own("metric_editions", "e"),
            new NumberFilter("edition", "e.edition", "Year of the edition."),
            FlagFilter.On(
                "comparable_with_previous",
                "e.comparable_with_previous",
                "Whether its values can be compared with the edition before."
            ),
            new CodeFilter("confidence", "e.confidence", "confidence", "How sure the record is."),
            new TextFilter("metric_editions", "e", "Words in the name or the authors."),
        ],
        Sorts =
        [
            OrderKey.Id(alias: "e"),
            new OrderKey("edition", "e.edition", SortKind.Number),
            new OrderKey("institutions_measured", "e.institutions_measured", SortKind.Number, Nullable: true),
            new OrderKey("updated_at", "e.updated_at", SortKind.Instant),
        ],
        DefaultSort = "-edition",
    };

    public override ListSql List => Sql;

    /// <summary>An edition with its indicators; null when there is none.</summary>
    /// <param name="given">Its year, or its id in any case.</param>
    /// <param name="cancellationToken">Ends the statements.</param>
    public async Task<MetricEditionDetail?> DetailAsync(string given, CancellationToken cancellationToken)
    {
        var row = await Session.FindAsync<MetricEdition>(
            $"{Sql.Select}\n{Sql.From}\nWHERE e.edition = @Edition OR e.id = @Id",
            new
            {
                // No edition is of the year 0.
                Edition = int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0,
                Id = RecordId.Canonical("metric_editions", given),
            },
            cancellationToken
        );
        if (row is null)
        {
            return null;
        }

        var indicators = await Session.QueryAsync<MetricIndicator>(
            $"""
            SELECT i.id, i.name_es, i.name_en, i.dimension, i.perspective, i.part_of, i.definition_es, i.definition_en, i.position,
                   i.source_ids, i.confidence, i.note_es, i.note_en, i.version, i.updated_at
            FROM metric_indicators i
            WHERE EXISTS (SELECT 1 FROM metric_values v WHERE v.indicator = i.id AND v.edition = @Edition)
            ORDER BY i.position, i.id{Session.Dialect.Ordinal}
            """,
            new { row.Edition },
            cancellationToken
        );
        return mapper.Map<MetricEditionDetail>(row) with { Indicators = indicators };
    }
}
