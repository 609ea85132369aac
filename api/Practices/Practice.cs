using OpenGov.Api.Records;

namespace OpenGov.Api.Practices;

/// <summary>A good practice: a problem, what was done, and what came of it.</summary>
[DescribedBy("practices")]
internal sealed record Practice : PublicRecord
{
    public string Scope { get; init; } = "";
    public string? StateId { get; init; }
    public string TitleEs { get; init; } = "";
    public string TitleEn { get; init; } = "";
    public string? ProblemEs { get; init; }
    public string? ProblemEn { get; init; }
    public string? SolutionEs { get; init; }
    public string? SolutionEn { get; init; }
    public string? ResultEs { get; init; }
    public string? ResultEn { get; init; }
    public string? ThemeEs { get; init; }
    public string? ThemeEn { get; init; }
    public IReadOnlyList<string> CommitmentIds { get; init; } = [];
    public string? Url { get; init; }

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() =>
        [
            ("self", $"/practices/{Id}"),
            ("state", StateId is null ? null : $"/states/{StateId}"),
            ("commitment", CommitmentIds.Count == 0 ? null : $"/commitments/{CommitmentIds[0]}"),
        ];
}
