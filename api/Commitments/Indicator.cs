using System.Text.Json.Serialization;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Commitments;

/// <summary>An indicator: did life change? What was only made, visited or finished is an output (<c>kind</c>), and no result.</summary>
[DescribedBy("indicators")]
internal sealed record Indicator : PublicRecord
{
    /// <summary>
    /// That observation <c>o</c> of indicator <c>i</c> is a result of commitment <c>c</c>: of what changed for people, and not known to be of
    /// before its plan began. An output is none, nor is an indicator of which nobody said what it is.
    /// </summary>
    public static readonly string IsResult = $"""
        i.kind = 'outcome' AND NOT EXISTS (SELECT 1 FROM plans b WHERE b.id = c.plan_id
                 AND {Deadline.PassedBy("o.observed_on", "o.observed_on_precision", "b.start_date")})
        """;

    /// <summary>The results of a commitment <c>c</c>.</summary>
    public static readonly string ObservedOutcomes =
        $"SELECT 1 FROM indicators i JOIN observations o ON o.indicator_id = i.id WHERE i.commitment_id = c.id AND {IsResult}";

    public string CommitmentId { get; init; } = "";
    public string NameEs { get; init; } = "";
    public string NameEn { get; init; } = "";
    public string UnitEs { get; init; } = "";
    public string UnitEn { get; init; } = "";
    public string Direction { get; init; } = "";
    public string? Kind { get; init; }
    public decimal? Baseline { get; init; }
    public DateOnly? BaselineDate { get; init; }
    public string? BaselineDatePrecision { get; init; }
    public decimal? Target { get; init; }
    public DateOnly? TargetDate { get; init; }
    public string? TargetDatePrecision { get; init; }

    /// <summary>What was observed, oldest first.</summary>
    [JsonPropertyOrder(50)]
    public IReadOnlyList<Observation> Observations { get; set; } = [];

    protected internal override IEnumerable<ListItem> Inside() => Observations;

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() =>
        [("commitment", $"/commitments/{CommitmentId}")];
}

/// <summary>A value of an indicator, observed on a date.</summary>
[DescribedBy("observations")]
internal sealed record Observation : PublicRecord
{
    public string IndicatorId { get; init; } = "";
    public decimal Value { get; init; }
    public DateOnly? ObservedOn { get; init; }
    public string? ObservedOnPrecision { get; init; }

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() => [];
}
