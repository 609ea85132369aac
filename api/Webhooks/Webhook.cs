using OpenGov.Api.Records;

namespace OpenGov.Api.Webhooks;

/// <summary>An address that is told of changes.</summary>
internal record Webhook : ListItem
{
    /// <summary>Where events are sent: an address with `https`.</summary>
    public string Url { get; init; } = "";

    /// <summary>Tables whose changes are sent, as in the data package; empty for all.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Ids of states to which what changed belongs; empty for everywhere.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>Ids of plans to which what changed belongs; empty for all.</summary>
    public IReadOnlyList<string> Plans { get; init; } = [];

    /// <summary>Number of the last change that was looked at.</summary>
    public long Position { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when no delivery succeeds (UTC); null while they do.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Since when nothing is sent any more (UTC); null while it is.</summary>
    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>Why nothing is sent any more; null while it is.</summary>
    public string? DisabledReason { get; init; }

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() =>
        [("self", $"/webhooks/{Id}"), ("deliveries", $"/webhooks/{Id}/deliveries")];
}

/// <summary>A webhook with the secret by which its deliveries are signed: shown when it is made, and when the secret changes.</summary>
internal sealed record WebhookWithSecret : Webhook
{
    public WebhookWithSecret(Webhook of, string secret)
        : base(of) => Secret = secret;

    /// <summary>Signs the deliveries (Standard Webhooks, `whsec_…`). Keep it: it is not shown again.</summary>
    public string Secret { get; }
}

/// <summary>A webhook as it is kept.</summary>
internal sealed record KeptWebhook : Webhook
{
    /// <summary>Whose it is: the id of a key, or the subject of a token.</summary>
    public string Caller { get; init; } = "";

    /// <summary>Scopes of the key that holds it; empty for a token, whose scopes only the identity server knows.</summary>
    public IReadOnlyList<string> Reach { get; init; } = [];

    /// <summary>Since when the key of its holder is revoked (UTC); null while it is not, and for a token.</summary>
    public DateTimeOffset? KeyRevokedAt { get; init; }

    /// <summary>When the key of its holder expires (UTC); null when it does not, and for a token.</summary>
    public DateTimeOffset? KeyExpiresAt { get; init; }

    /// <summary>Whether the key that made it has ended: what nobody may ask for any more is not sent either.</summary>
    public bool HasNoKey(DateTimeOffset now) => KeyRevokedAt is not null || KeyExpiresAt <= now;

    /// <summary>Under which address its maker reached the service: events name that where no public address is set.</summary>
    public string? Service { get; init; }

    /// <summary>Signs its deliveries.</summary>
    public string Secret { get; init; } = "";

    /// <summary>The secret before, which signs beside it for a day.</summary>
    public string? PreviousSecret { get; init; }

    /// <summary>Until when that is.</summary>
    public DateTimeOffset? PreviousUntil { get; init; }
}

/// <summary>A change that is, or was, sent to a webhook.</summary>
internal sealed record Delivery : ListItem
{
    /// <summary>The webhook.</summary>
    public string WebhookId { get; init; } = "";

    /// <summary>Number of the change.</summary>
    public long Sequence { get; init; }

    /// <summary>`pending`, `delivered`, or `dropped` when the webhook was disabled before it succeeded.</summary>
    public string Status { get; init; } = "";

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>When it was queued (UTC).</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is tried next, while it is pending (UTC).</summary>
    public DateTimeOffset NextAt { get; init; }

    /// <summary>When it was last tried (UTC); null when it was not yet.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>HTTP status of the last answer; null when there was none.</summary>
    public int? LastStatus { get; init; }

    /// <summary>Why the last attempt failed; null when it did not.</summary>
    public string? LastError { get; init; }

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() =>
        [("webhook", $"/webhooks/{WebhookId}"), ("change", $"/changes/{Sequence}")];
}
