using AutoMapper;
using OpenGov.Api.Database;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Metrics;

internal sealed class MetricValuesRepository(ReadSession session, IMapper mapper) : ListRepository<MetricValueRow, MetricValue>(session)
{
    /// <summary>Of a value that goes into a map, a ranking or a mean, what stands behind its confidence.</summary>
    public const string Undisputed = "<> 'disputed'";

    /// <summary>The same as a filter of the list.</summary>
    public const string UndisputedFilter = "confidence=documented,inferred,presentation";

    /// <summary>The parts of an index. Their mean is taken of exact decimals, which an engine's AVG is not everywhere.</summary>
    private const string Parts = $"""
        FROM metric_values w
                      JOIN metric_indicators j ON j.id = w.indicator
                     WHERE j.part_of = v.indicator AND w.edition = v.edition AND w.scope = v.scope AND w.scope_code = v.scope_code
                           AND w.confidence {Undisputed}
        """;

    public static readonly ListSql Sql = new()
    {
        Select = $"""
            SELECT v.id, v.edition, v.indicator, i.dimension, i.perspective, v.scope, v.scope_code, v.state_id, v.name, v.name_en,
                   v.value, v.published_value,
                   (SELECT CASE WHEN COUNT(*) = 2 THEN MIN(w.value) END {Parts}) AS lesser_part,
                   (SELECT CASE WHEN COUNT(*) = 2 THEN MAX(w.value) END {Parts}) AS greater_part,
                   v.institutions_measured, v.source_ids, v.confidence, v.note_es, v.note_en, v.version, v.updated_at
            """,
        From = "FROM metric_values v JOIN metric_indicators i ON i.id = v.indicator",
        Filters =
        [
            IdFilter.Own("metric_values", "v"),
            new NumberFilter("edition", "v.edition", "Year of the edition."),
            new IdFilter("indicator", "v.indicator", "metric_indicators", "Id of the indicator, for example `open_government_index`."),
            new CodeFilter("scope", "v.scope", "metric_scope", "Of what the value speaks."),
            new IdFilter("state", "v.state_id", "states", "ISO 3166-2 code (`MX-DUR`) or INEGI code (`10`); `no_data` for other scopes."),
            new CodeFilter("dimension", "i.dimension", "dimension", "Dimension of the indicator."),
            new CodeFilter("perspective", "i.perspective", "perspective", "Perspective of the indicator."),
            new BoundFilter("value_from", "v.value", ">=", "A value of this or more, on the scale of its edition."),
            new BoundFilter("value_to", "v.value", "<=", "A value of this or less, on the scale of its edition."),
            new CodeFilter("confidence", "v.confidence", "confidence", "How sure the value is."),
        ],
        Sorts =
        [
            OrderKey.Id(alias: "v"),
            new OrderKey("edition", "v.edition", SortKind.Number),
            new OrderKey("indicator", "v.indicator", SortKind.Text),
            new OrderKey("scope", "v.scope", SortKind.Text),
            new OrderKey("state_id", "v.state_id", SortKind.Text, Nullable: true),
            new OrderKey("value", "v.value", SortKind.Number),
            new OrderKey("updated_at", "v.updated_at", SortKind.Instant),
        ],
    };

    public override ListSql List => Sql;

    /// <summary>The values of an edition for the whole country.</summary>
    public async Task<IReadOnlyList<MetricValue>> NationalAsync(int edition, CancellationToken cancellationToken)
    {
        var rows = await Session.QueryAsync<MetricValueRow>(
            $"{Sql.Select}\n{Sql.From}\nWHERE v.edition = @Edition AND v.scope = 'national'\nORDER BY i.position, "
                + $"v.id{Session.Dialect.Ordinal}",
            new { Edition = edition },
            cancellationToken
        );
        return [.. rows.Select(Map)];
    }

    /// <inheritdoc />
    protected override MetricValue Map(MetricValueRow row) => mapper.Map<MetricValue>(row);
}
