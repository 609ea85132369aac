using System.Data.Common;
using Dapper;
using OpenGov.Api.Database;

namespace OpenGov.Api.Access;

/// <summary>
/// What was done with keys and by writing, for those who run the service: by whose credential, when, to what. Records have their public
/// history beside it, which names organisations and never a credential.
/// </summary>
internal sealed class AuditLog(DataStore database, Settings settings)
{
    internal const string InsertSql = """
        INSERT INTO audit_log (id, occurred_at, action, caller, role, scope, organization, subject, detail)
        VALUES (@Id, @OccurredAt, @Action, @Caller, @Role, @Scope, @Organization, @Subject, @Detail)
        """;

    /// <summary>Refusals of one caller that are noted in a window; the others are counted by its quota alone.</summary>
    private const int MostRefusals = 20;

    private readonly CountingWindows refusals = new(settings.RateLimit.WindowSeconds, database.Clock);

    /// <summary>An entry by a caller; null for the operator at the command line.</summary>
    /// <param name="action">What was done.</param>
    /// <param name="caller">By whom.</param>
    /// <param name="subject">To what.</param>
    /// <param name="detail">More of it.</param>
    /// <param name="scope">Where what it was done to reaches; else the scopes of the caller.</param>
    public AuditEntry Entry(string action, Caller? caller, string subject, string? detail = null, IEnumerable<string>? scope = null) =>
        new()
        {
            Id = Guid.CreateVersion7(database.Clock.GetUtcNow()).ToString("N"),
            OccurredAt = database.Clock.GetUtcNow(),
            Action = action,
            Caller = Cut(caller?.Id),
            Role =
                caller is null ? "operator"
                : caller.Role is { } role ? Roles.Name(role)
                : null,
            Scope = (scope ?? caller?.Scopes) is { } scopes ? Cut(string.Join('|', scopes)) : null,
            Organization = Cut(caller?.Organization),
            Subject = Cut(subject)!,
            Detail = detail,
        };

    /// <summary>Writes an entry down, alone.</summary>
    public async Task AddAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenWriterAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(InsertSql, entry, cancellationToken: cancellationToken));
    }

    /// <summary>Writes down that a caller was refused, the first times of a window. What cannot be written hinders no answer.</summary>
    public async Task AddRefusalAsync(Caller caller, HttpRequest request, string code, CancellationToken cancellationToken)
    {
        if (database.IsReadOnly || refusals.Count(caller.Id) > MostRefusals)
        {
            return;
        }

        try
        {
            await AddAsync(Entry("refused", caller, Subject(request), code), cancellationToken);
        }
        catch (Exception error) when (error is DbException or DatabaseUnavailableException)
        {
            // The refusal itself needs no database.
        }
    }

    /// <summary>What a new key may do and where, as an entry says it.</summary>
    public static string Given(string role, IEnumerable<string> scopes) => $"{role} {string.Join(' ', scopes)}";

    /// <summary>What a request was about, as an entry names it.</summary>
    public static string Subject(HttpRequest request) => $"{request.Method} {request.Path}";

    private static string? Cut(string? text) => text is { Length: > 400 } ? text[..400] : text;
}

/// <summary>An entry of the log for administrators.</summary>
internal sealed record AuditEntry
{
    /// <summary>Names the entry; later entries have greater names.</summary>
    public required string Id { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>What was done: <c>key_created</c>, <c>key_revoked</c>, <c>written</c>, <c>refused</c> …</summary>
    public required string Action { get; init; }

    /// <summary>Id of the key, or <c>oidc-</c> and the subject of the token; null for the command line.</summary>
    public string? Caller { get; init; }

    /// <summary>Its role then.</summary>
    public string? Role { get; init; }

    /// <summary>Its scopes then, or those of what it was done to; null when neither is known.</summary>
    public string? Scope { get; init; }

    /// <summary>Its organisation then.</summary>
    public string? Organization { get; init; }

    /// <summary>What it was done to: the id of a key, or the method and the address of a write.</summary>
    public required string Subject { get; init; }

    /// <summary>More of it; null for nothing.</summary>
    public string? Detail { get; init; }
}
