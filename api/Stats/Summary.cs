using OpenGov.Api.Records;

namespace OpenGov.Api.Stats;

/// <summary>The headline figures: what is stated, and what is documented here.</summary>
internal sealed record Summary
{
    /// <summary>The figures, in the order in which they are told.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }
}

/// <summary>A headline figure. The gap between its two numbers is what is not documented.</summary>
internal sealed record Figure
{
    /// <summary>What is counted.</summary>
    public required string Key { get; init; }

    /// <summary>Its name in Spanish.</summary>
    public required string LabelEs { get; init; }

    /// <summary>Its name in English.</summary>
    public required string LabelEn { get; init; }

    /// <summary>The number that the sources state; null when none does.</summary>
    public required int? Stated { get; init; }

    /// <summary>Whether the sources state it exactly or as a minimum.</summary>
    [Vocabulary("stated_qualifier")]
    public required string StatedQualifier { get; init; }

    /// <summary>
    /// How many records of it there are here from a public source beyond the presentation; null when it is not a count of records.
    /// </summary>
    public required int? Documented { get; init; }

    /// <summary>
    /// Whether the documented ones are known to be among the stated ones, so that the one number is a part of the other. Where they are not
    /// (an edition that was published later, a secretariat that may be another), neither is a part of the other: `missing` and
    /// `coverage_percent` are null; null when it is not a count of records.
    /// </summary>
    public required bool? AmongStated { get; init; }

    /// <summary>
    /// How many of those stated have no record here; 0 when there are more than stated, null when either number is unknown or the
    /// documented ones are not known to be among the stated ones.
    /// </summary>
    public int? Missing =>
        AmongStated == true && Documented is { } documented && Stated is { } stated ? Math.Max(0, stated - documented) : null;

    /// <summary>
    /// How many per cent `documented` is of `stated`, to one decimal, half away from zero, as the pages show it. More than 100 when more is
    /// on record than stated; null when either number is unknown or the documented ones are not known to be among the stated ones.
    /// </summary>
    public decimal? CoveragePercent =>
        AmongStated == true && Documented is { } documented && Stated is { } stated and > 0
            ? Math.Round(100m * documented / stated, 1, MidpointRounding.AwayFromZero)
            : null;

    /// <summary>The measure whose number `documented` is; null when it is not a count of records.</summary>
    public required string? Measure { get; init; }

    /// <summary>Where the measure says that number; null when it is not a count of records.</summary>
    public required string? ValuesUrl { get; init; }

    /// <summary>The list whose `total` is `documented`; null when it is not a count of records.</summary>
    public required string? RowsUrl { get; init; }

    /// <summary>Who states it.</summary>
    public required IReadOnlyList<SourceReference> Sources { get; init; }

    /// <summary>How sure the stated number is.</summary>
    [Vocabulary("confidence")]
    public required string Confidence { get; init; }

    /// <summary>What a careful reader should know, in Spanish; null when there is nothing.</summary>
    public required string? NoteEs { get; init; }

    /// <summary>What a careful reader should know, in English; null when there is nothing.</summary>
    public required string? NoteEn { get; init; }
}

/// <summary>A stated figure as it is stored.</summary>
internal sealed record FigureRow
{
    public string Id { get; init; } = "";
    public string LabelEs { get; init; } = "";
    public string LabelEn { get; init; } = "";
    public int? Stated { get; init; }
    public string StatedQualifier { get; init; } = "";
    public IReadOnlyList<string> SourceIds { get; init; } = [];
    public string Confidence { get; init; } = "";
    public string? NoteEs { get; init; }
    public string? NoteEn { get; init; }
}
