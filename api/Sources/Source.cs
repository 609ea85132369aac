using System.Text.Json.Serialization;
using OpenGov.Api.Records;

namespace OpenGov.Api.Sources;

/// <summary>A source: a page, a document or the presentation that the project comes from.</summary>
[DescribedBy("sources")]
internal sealed record Source : ListItem
{
    public string Title { get; init; } = "";
    public string? TitleEs { get; init; }
    public string? Url { get; init; }
    public string? Publisher { get; init; }
    public string? Kind { get; init; }
    public DateOnly? PublishedOn { get; init; }
    public string? PublishedOnPrecision { get; init; }
    public string? Mirror { get; init; }
    public string? OriginalUrl { get; init; }
    public string ReadExtent { get; init; } = "";
    public string? NoteEs { get; init; }
    public string? NoteEn { get; init; }

    /// <summary>Number of the record's last change, from 1.</summary>
    [JsonPropertyOrder(95)]
    public int Version { get; init; }

    /// <summary>When it last changed here (UTC).</summary>
    [JsonPropertyOrder(96)]
    public DateTimeOffset UpdatedAt { get; init; }

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() => [("self", $"/sources/{Id}")];
}
