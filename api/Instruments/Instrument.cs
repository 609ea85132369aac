using OpenGov.Api.Records;

namespace OpenGov.Api.Instruments;

/// <summary>A tool or mechanism that helps open government: a regulation, a guideline, a methodology, a policy.</summary>
[DescribedBy("instruments")]
internal sealed record Instrument : PublicRecord
{
    public string Kind { get; init; } = "";
    public string NameEs { get; init; } = "";
    public string NameEn { get; init; } = "";
    public string DescriptionEs { get; init; } = "";
    public string DescriptionEn { get; init; } = "";
    public IReadOnlyList<string> LevelsEs { get; init; } = [];
    public IReadOnlyList<string> LevelsEn { get; init; } = [];
    public IReadOnlyList<string> AimsEs { get; init; } = [];
    public IReadOnlyList<string> AimsEn { get; init; } = [];
    public string? Url { get; init; }

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() =>
    [
        ("self", $"/instruments/{Id}"),
    ];
}

/// <summary>A row of the list of instruments.</summary>
internal sealed record InstrumentRow : RecordRow
{
    public string Kind { get; init; } = "";
    public string NameEs { get; init; } = "";
    public string NameEn { get; init; } = "";
    public string DescriptionEs { get; init; } = "";
    public string DescriptionEn { get; init; } = "";
    public string? LevelsEs { get; init; }
    public string? LevelsEn { get; init; }
    public string? AimsEs { get; init; }
    public string? AimsEn { get; init; }
    public string? Url { get; init; }
}

/// <summary>Maps rows of instruments.</summary>
internal sealed class InstrumentProfile : AutoMapper.Profile
{
    public InstrumentProfile() => CreateMap<InstrumentRow, Instrument>().IncludeBase<RecordRow, PublicRecord>();
}
