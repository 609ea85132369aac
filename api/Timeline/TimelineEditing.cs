using OpenGov.Api.Writing;

namespace OpenGov.Api.Timeline;

/// <summary>How dated events are written.</summary>
internal sealed class TimelineEditing : Editing
{
    public override string Table => "timeline";
    public override string Name => "TimelineEvent";
    public override string Path => "/timeline";
    public override string Tag => "Timeline";

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) =>
        (row["occurred_on"], NewId.Slug(row["title_en"])) is (DateOnly day, { } slug)
            ? new NewId($"{day:yyyy-MM-dd}-{slug}")
            : NewId.Unknown;

    public override IEnumerable<string> ScopesOf(IReadOnlyDictionary<string, object?> row) => ByState(row);
}
