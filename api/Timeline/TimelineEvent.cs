using OpenGov.Api.Records;

namespace OpenGov.Api.Timeline;

/// <summary>A dated event of the national or the local process.</summary>
[DescribedBy("timeline")]
internal sealed record TimelineEvent : PublicRecord
{
    public DateOnly OccurredOn { get; init; }
    public string OccurredOnPrecision { get; init; } = "";
    public string Level { get; init; } = "";
    public string? StateId { get; init; }
    public string TitleEs { get; init; } = "";
    public string TitleEn { get; init; } = "";

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() =>
        [("self", $"/timeline/{Id}"), ("state", StateId is null ? null : $"/states/{StateId}")];
}
