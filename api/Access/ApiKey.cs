namespace OpenGov.Api.Access;

/// <summary>
/// A key that an operator gave to a client. Reading needs none; a client that has one is counted by it, wherever it calls from.
/// </summary>
internal record ApiKey
{
    /// <summary>How the operator names it when it is revoked; not secret.</summary>
    public required string Id { get; init; }

    /// <summary>What it is for, in the operator's words.</summary>
    public required string Name { get; init; }

    /// <summary>Organisation that holds it; null when the operator said none.</summary>
    public string? Organization { get; init; }

    /// <summary>What its holder may do: one of <see cref="Roles.Names"/>.</summary>
    public required string Role { get; init; }

    /// <summary><c>national</c>, or ids of states joined with <c>|</c>.</summary>
    public required string Scope { get; init; }

    /// <summary>Each of its scopes.</summary>
    public IReadOnlyList<string> Scopes => Scope.Split('|');

    /// <summary>Requests that it may make in a window; null for the number that configuration gives every key.</summary>
    public int? Requests { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on it is not taken any more, in UTC; null when it does not end by itself.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>From when on a key is not taken any more whose last day is given.</summary>
    public static DateTimeOffset EndOf(DateOnly lastDay) => new(Records.RecordDates.After(lastDay, 1), default, TimeSpan.Zero);

    /// <summary>When it was last taken, to the minute, in UTC; null when it never was.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Since when it is no longer taken; null while it is.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
}
