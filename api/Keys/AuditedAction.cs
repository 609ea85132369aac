using OpenGov.Api.Records;

namespace OpenGov.Api.Keys;

/// <summary>What was done with a key, or by writing, and by whose credential.</summary>
internal sealed record AuditedAction : ListItem
{
    /// <summary>What can have been done.</summary>
    public static readonly IReadOnlyList<string> Words =
    [
        "key_created",
        "key_revoked",
        "webhook_created",
        "webhook_ended",
        "webhook_secret",
        "written",
        "refused",
    ];

    /// <summary>When (UTC).</summary>
    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>`key_created`, `key_revoked`, `webhook_created`, `webhook_ended`, `webhook_secret`, `written` or `refused`.</summary>
    public string Action { get; init; } = "";

    /// <summary>Id of the key, or `oidc-` and the subject of the token; null for the command line.</summary>
    public string? Caller { get; init; }

    /// <summary>Its role then; `operator` for the command line.</summary>
    public string? Role { get; init; }

    /// <summary>Its organisation then; null when none was said.</summary>
    public string? Organization { get; init; }

    /// <summary>The id of a key or of a webhook, or the method and the address of a write.</summary>
    public string Subject { get; init; } = "";

    /// <summary>
    /// Ids of the records that were written, the role and scopes of a new key, the address of a webhook, or the code of a refusal; null for
    /// nothing more.
    /// </summary>
    public string? Detail { get; init; }

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() => [];
}
