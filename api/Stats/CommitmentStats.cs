using System.Text.Json;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Stats;

/// <summary>Counts of commitments in groups, as the API description shows them.</summary>
internal sealed record CommitmentStats
{
    /// <summary>The keys by which the commitments are grouped.</summary>
    public required IReadOnlyList<string> GroupBy { get; init; }

    /// <summary>How many commitments match the filters. A commitment in two groups (two policy areas) counts once here.</summary>
    public required int Total { get; init; }

    /// <summary>The groups, each with its grouped keys.</summary>
    public required IReadOnlyList<CommitmentStatsRow> Items { get; init; }
}

/// <summary>A group: the grouped keys (`status`, `state` …, null for no data) beside the numbers.</summary>
internal sealed record CommitmentStatsRow
{
    /// <summary>How many commitments the group has.</summary>
    public required int Count { get; init; }

    /// <summary>
    /// Mean progress of those whose progress is known, 0 to 100, rounded once to one decimal, half away from zero; null when none is.
    /// </summary>
    public required decimal? MeanProgressPercent { get; init; }

    /// <summary>The list whose `total` is `count`.</summary>
    public required string RowsUrl { get; init; }

    /// <summary>The grouped keys.</summary>
    [GroupKeys(typeof(StatsEndpoints), nameof(StatsEndpoints.CommitmentKeys))]
    [System.Text.Json.Serialization.JsonExtensionData]
    public Dictionary<string, JsonElement> Keys { get; init; } = [];
}

/// <summary>Counts of records in groups, as the API description shows them.</summary>
internal sealed record Counts
{
    /// <summary>The keys by which the records are grouped.</summary>
    public required IReadOnlyList<string> GroupBy { get; init; }

    /// <summary>How many records match the filters.</summary>
    public required int Total { get; init; }

    /// <summary>The groups, each with its grouped keys.</summary>
    public required IReadOnlyList<CountsRow> Items { get; init; }
}

/// <summary>A group: the grouped keys (`state`, `stage` …: texts, as their filters take them; null for no data) beside the number.</summary>
internal sealed record CountsRow
{
    /// <summary>How many records the group has.</summary>
    public required int Count { get; init; }

    /// <summary>The list whose `total` is `count`.</summary>
    public required string RowsUrl { get; init; }

    /// <summary>The grouped keys.</summary>
    [GroupKeys(typeof(StatsEndpoints), nameof(StatsEndpoints.OtherKeys))]
    [System.Text.Json.Serialization.JsonExtensionData]
    public Dictionary<string, JsonElement> Keys { get; init; } = [];
}
