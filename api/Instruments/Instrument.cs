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

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() => [("self", $"/instruments/{Id}")];
}
