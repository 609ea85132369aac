using System.Text.Json;
using System.Text.Json.Serialization;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Changes;

/// <summary>A page of the log of changes.</summary>
internal sealed record ChangeLog : ListEnvelope<Change>
{
    /// <summary>
    /// Number of the newest change there is, whatever the filters: what has been read up to it is current. 0 before the first.
    /// </summary>
    public required long Head { get; init; }

    /// <summary>
    /// Names this log. It stays while changes are added, and is another after the database was restored or replaced: then numbers that
    /// were seen before may stand for other changes. Give it back as `epoch`.
    /// </summary>
    public required string Epoch { get; init; }
}

/// <summary>A change of a record: when, by which role of which organisation, which fields, from what to what.</summary>
internal sealed record Change : ListItem
{
    /// <summary>Number of the change: each is greater than the one before.</summary>
    public long Sequence { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Table of the record, as in the data package.</summary>
    [TableName]
    public string RecordType { get; init; } = "";

    /// <summary>Id of the record.</summary>
    public string RecordId { get; init; } = "";

    /// <summary>Version of the record after the change, from 1.</summary>
    public int Version { get; init; }

    /// <summary>What was done to the record.</summary>
    [Codes("change_action", "created", "updated", "withdrawn")]
    public string Action { get; init; } = "";

    /// <summary>Names of the fields that changed; empty when the record was created or withdrawn.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Role of the key that made it; `import` and `operator` for the command line.</summary>
    public string ActorRole { get; init; } = "";

    /// <summary>Organisation of the key, or the publisher of the imported package; null when not told.</summary>
    public string? ActorOrganization { get; init; }

    /// <summary>Why, in a sentence; null when no reason was given.</summary>
    public string? Reason { get; init; }

    /// <summary>What the changed fields said before; all fields when it was withdrawn; null when it was created.</summary>
    [JsonPropertyOrder(50)]
    public IReadOnlyDictionary<string, JsonElement>? Before { get; set; }

    /// <summary>What the changed fields say after; all fields when it was created; null when it was withdrawn.</summary>
    [JsonPropertyOrder(51)]
    public IReadOnlyDictionary<string, JsonElement>? After { get; set; }

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() =>
        [
            ("self", $"/changes/{Id}"),
            ("record", RecordAddresses.Of(RecordType, RecordId)),
            ("history", $"/changes?record={Uri.EscapeDataString(RecordId)}"),
        ];
}
