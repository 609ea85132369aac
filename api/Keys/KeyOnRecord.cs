using OpenGov.Api.Records;

namespace OpenGov.Api.Keys;

/// <summary>A key, as those who run the service see it. Its secret is nowhere.</summary>
internal sealed record KeyOnRecord : ListItem
{
    /// <summary>What it is for.</summary>
    public string Name { get; init; } = "";

    /// <summary>Organisation that holds it, as the history names it; null when none was said.</summary>
    public string? Organization { get; init; }

    /// <summary>What its holder may do: `contributor`, `verifier`, `editor` or `admin`.</summary>
    public string Role { get; init; } = "";

    /// <summary>Where: `national`, or ids of states.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Requests that it may make in a window; null for the number that every key has.</summary>
    public int? Requests { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on it is not taken any more (UTC); null when it does not end by itself.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was last taken, to the minute (UTC); null when it never was.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Since when it is revoked (UTC); null while it is not.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() => [("self", $"/keys/{Id}")];
}
