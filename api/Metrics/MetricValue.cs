using OpenGov.Api.Records;

namespace OpenGov.Api.Metrics;

/// <summary>A value of an indicator in an edition: for the country, a level of government, a type of institution or a state.</summary>
[DescribedBy("metric_values")]
internal record MetricValue : PublicRecord
{
    public int Edition { get; init; }
    public string Indicator { get; init; } = "";

    /// <summary>Dimension of the indicator.</summary>
    [Vocabulary("dimension")]
    public string Dimension { get; init; } = "";

    /// <summary>Perspective of the indicator.</summary>
    [Vocabulary("perspective")]
    public string Perspective { get; init; } = "";

    public string Scope { get; init; } = "";
    public string ScopeCode { get; init; } = "";
    public string? StateId { get; init; }
    public string Name { get; init; } = "";
    public string NameEn { get; init; } = "";
    public decimal Value { get; init; }
    public decimal? PublishedValue { get; init; }

    /// <summary>
    /// Mean of the two parts of the index in the same edition and scope, rounded once to four decimals, half away from zero; null when
    /// the index has no parts, or one is unknown or disputed. A published value may differ.
    /// </summary>
    public decimal? RecomputedValue { get; init; }

    public int? InstitutionsMeasured { get; init; }

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() =>
        [("edition", $"/metrics/{Edition}"), ("state", StateId is null ? null : $"/states/{StateId}")];
}

/// <summary>A value as it is read: with the two parts of which it may be the mean.</summary>
internal sealed record MetricValueRow : MetricValue
{
    public decimal? LesserPart { get; init; }
    public decimal? GreaterPart { get; init; }
}
