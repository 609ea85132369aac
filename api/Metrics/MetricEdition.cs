using System.Text.Json.Serialization;
using OpenGov.Api.Records;

namespace OpenGov.Api.Metrics;

/// <summary>An edition of the Open Government Metric (Métrica de Gobierno Abierto).</summary>
[DescribedBy("metric_editions")]
internal record MetricEdition : PublicRecord
{
    public int Edition { get; init; }
    public int Number { get; init; }
    public string NameEs { get; init; } = "";
    public string NameEn { get; init; } = "";
    public DateOnly? PublishedOn { get; init; }
    public string? PublishedOnPrecision { get; init; }
    public int? FieldworkYear { get; init; }
    public string? Authors { get; init; }
    public int? InstitutionsMeasured { get; init; }
    public decimal ScaleMin { get; init; }
    public decimal ScaleMax { get; init; }
    public string? SampleEs { get; init; }
    public string? SampleEn { get; init; }
    public string? FormulaEs { get; init; }
    public string? FormulaEn { get; init; }
    public bool? ComparableWithPrevious { get; init; }
    public string? ComparabilityEs { get; init; }
    public string? ComparabilityEn { get; init; }

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() =>
        [("self", $"/metrics/{Edition}"), ("values", $"/metrics/values?edition={Edition}")];
}

/// <summary>An edition on its own address: with the definitions of its indicators and its national values.</summary>
[DescribedBy("metric_editions")]
internal sealed record MetricEditionDetail : MetricEdition
{
    /// <summary>Definitions of the indicators that the edition has values of.</summary>
    [JsonPropertyOrder(50)]
    public IReadOnlyList<MetricIndicator> Indicators { get; init; } = [];

    /// <summary>Its values for the whole country.</summary>
    [JsonPropertyOrder(50)]
    public IReadOnlyList<MetricValue> National { get; init; } = [];

    protected internal override IEnumerable<ListItem> Inside() => [.. Indicators, .. National];
}

/// <summary>An indicator of the metric: an index or a sub-index.</summary>
[DescribedBy("metric_indicators")]
internal sealed record MetricIndicator : PublicRecord
{
    public string NameEs { get; init; } = "";
    public string NameEn { get; init; } = "";
    public string Dimension { get; init; } = "";
    public string Perspective { get; init; } = "";
    public string? PartOf { get; init; }
    public string DefinitionEs { get; init; } = "";
    public string DefinitionEn { get; init; } = "";
    public int Position { get; init; }

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() => [("values", $"/metrics/values?indicator={Id}")];
}
