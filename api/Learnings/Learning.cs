using OpenGov.Api.Records;

namespace OpenGov.Api.Learnings;

/// <summary>A learning of the Mexican case, tied to the check that makes it practical.</summary>
[DescribedBy("learnings")]
internal sealed record Learning : PublicRecord
{
    public int Number { get; init; }
    public string TitleEs { get; init; } = "";
    public string TitleEn { get; init; } = "";
    public string? HealthCheck { get; init; }

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() => [("self", $"/learnings/{Id}")];
}
