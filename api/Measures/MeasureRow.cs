namespace OpenGov.Api.Measures;

/// <summary>The numbers of a measure for one group of rows, or for all of them.</summary>
/// <param name="Keys">The values by which it was grouped; null for no data.</param>
/// <param name="Label">The name of the group in both languages; null when it has none or nothing is grouped.</param>
/// <param name="Value">The number of a measure that is one; null when there is none, and for measures of yes and no.</param>
/// <param name="Yes">Rows of which it is so; null for measures that are one number.</param>
/// <param name="No">Rows of which it is not.</param>
/// <param name="Unknown">Rows of which there is no record here.</param>
/// <param name="Total">All rows.</param>
/// <param name="Known">The rows that the number is made of, or yes and no together; null where it is made of all.</param>
internal sealed record MeasureRow(
    IReadOnlyList<string?> Keys,
    (string? Es, string? En) Label,
    decimal? Value,
    int? Yes,
    int? No,
    int? Unknown,
    int Total,
    int? Known
)
{
    /// <summary>The name of the value of each key; null where it has none or nothing is named.</summary>
    public IReadOnlyList<(string? Es, string? En)> Names { get; init; } = [];
}
