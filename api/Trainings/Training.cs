using OpenGov.Api.Records;

namespace OpenGov.Api.Trainings;

/// <summary>A training programme, in totals only: no personal data, ever.</summary>
[DescribedBy("trainings")]
internal sealed record Training : PublicRecord
{
    public string NameEs { get; init; } = "";
    public string NameEn { get; init; } = "";
    public IReadOnlyList<string> TopicsEs { get; init; } = [];
    public IReadOnlyList<string> TopicsEn { get; init; } = [];
    public int? PeopleTrained { get; init; }
    public int? StatesReached { get; init; }

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() => [("self", $"/trainings/{Id}")];
}
