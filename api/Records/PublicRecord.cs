using System.Text.Json.Serialization;

namespace OpenGov.Api.Records;

/// <summary>What every public record says of itself: where it comes from, and how sure it is.</summary>
public abstract record PublicRecord : ListItem
{
    /// <summary>Ids of the sources, as in the `sources` table of the data package.</summary>
    [JsonPropertyOrder(90)]
    public IReadOnlyList<string> SourceIds { get; init; } = [];

    /// <summary>Where the record comes from; never empty.</summary>
    [JsonPropertyOrder(91)]
    public IReadOnlyList<SourceReference> Sources { get; set; } = [];

    /// <summary>Sources that it names beside its own.</summary>
    [JsonIgnore]
    protected internal virtual IReadOnlyList<string> AlsoCited => [];

    /// <summary>Takes them, as they are.</summary>
    protected internal virtual void Cite(Func<IReadOnlyList<string>, IReadOnlyList<SourceReference>> find) { }

    /// <summary>How sure it is.</summary>
    [JsonPropertyOrder(92)]
    [Vocabulary("confidence")]
    public string Confidence { get; init; } = "";

    /// <summary>What a careful reader should know about the record, in Spanish; null when there is nothing.</summary>
    [JsonPropertyOrder(93)]
    public string? NoteEs { get; init; }

    /// <summary>What a careful reader should know about the record, in English; null when there is nothing.</summary>
    [JsonPropertyOrder(94)]
    public string? NoteEn { get; init; }

    /// <summary>
    /// Number of the record's last change, from 1. It counts what the record says of itself, so a new source title or a new
    /// milestone moves `updated_at` and not this. The ETag of the record's address begins with it.
    /// </summary>
    [JsonPropertyOrder(95)]
    public int Version { get; init; }

    /// <summary>
    /// When anything that the record's own address shows last changed here (UTC): its values, what belongs to it, its sources.
    /// </summary>
    [JsonPropertyOrder(96)]
    public DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>A source: a page, a document or the presentation the project comes from.</summary>
[DescribedBy("sources")]
public sealed record SourceReference
{
    /// <summary>Id in the `sources` table.</summary>
    public string Id { get; init; } = "";

    /// <summary>What it is, in English.</summary>
    public string Title { get; init; } = "";

    /// <summary>What it is, in Spanish; null when no Spanish text is known.</summary>
    public string? TitleEs { get; init; }

    /// <summary>Where it is; null for the presentation, which has no public address.</summary>
    public string? Url { get; init; }

    /// <summary>Who publishes it; null when unknown.</summary>
    public string? Publisher { get; init; }

    /// <summary>Whose voice it is; null when not established.</summary>
    [Vocabulary("source_kind")]
    public string? Kind { get; init; }

    /// <summary>When it was published, where it or its address says so; null when unknown.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>How exact `published_on` is; null exactly when that is.</summary>
    [Vocabulary("precision")]
    public string? PublishedOnPrecision { get; init; }

    /// <summary>The third party whose copy was read; null when it is the original.</summary>
    public string? Mirror { get; init; }

    /// <summary>Address of the original of which `url` is a copy; null when `url` is the original, and when it is not known.</summary>
    public string? OriginalUrl { get; init; }
}

/// <summary>Says that a property takes the codes of a vocabulary; the API description lists them with their meaning.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class VocabularyAttribute(string name) : Attribute
{
    /// <summary>The vocabulary.</summary>
    public string Name { get; } = name;
}
