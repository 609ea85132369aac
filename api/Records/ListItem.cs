using System.Text.Json.Serialization;

namespace OpenGov.Api.Records;

/// <summary>What stands in a list: it has an id and addresses.</summary>
public abstract record ListItem
{
    /// <summary>Stable, readable, never reused.</summary>
    [JsonPropertyOrder(-10)]
    public string Id { get; init; } = "";

    /// <summary>The relation to the page of the dashboard that shows the record: of the site, and not of the API.</summary>
    internal const string PageLink = "page";

    /// <summary>
    /// Absolute addresses: `self`, and the records it belongs to or holds; of a proposal and of an organisation also `page`, where people
    /// read it.
    /// </summary>
    [JsonPropertyOrder(99)]
    public IReadOnlyDictionary<string, string> Links { get; set; } = new Dictionary<string, string>();

    /// <summary>The records that it holds, which have sources and addresses of their own.</summary>
    protected internal virtual IEnumerable<ListItem> Inside() => [];

    /// <summary>Addresses under /api/v1 by relation; a null address is left out.</summary>
    protected internal abstract IEnumerable<(string Relation, string? Path)> Relations();
}
