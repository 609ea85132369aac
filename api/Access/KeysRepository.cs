using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Extensions.Caching.Memory;
using OpenGov.Api.Database;

namespace OpenGov.Api.Access;

/// <summary>The keys of clients. A secret is 256 random bits, shown once; its hash is what is stored.</summary>
internal sealed class KeysRepository(DataStore database) : IDisposable
{
    internal const string FindSql = $"SELECT k.secret_hash, {Columns} FROM api_keys k WHERE k.secret_hash = @Hash";

    internal const string ListSql = $"SELECT {Columns} FROM api_keys k ORDER BY k.created_at, k.id";

    internal const string OfIdSql = $"SELECT {Columns} FROM api_keys k WHERE k.id = @Id";

    internal const string InsertSql = """
        INSERT INTO api_keys (id, secret_hash, name, organization, role, scope, requests, created_at, expires_at)
        VALUES (@Id, @Hash, @Name, @Organization, @Role, @Scope, @Requests, @CreatedAt, @ExpiresAt)
        """;

    internal const string RevokeSql = "UPDATE api_keys SET revoked_at = @Now WHERE id = @Id AND revoked_at IS NULL";

    internal const string UseSql = """
        UPDATE api_keys SET last_used_at = @At WHERE id = @Id AND (last_used_at IS NULL OR last_used_at < @At)
        """;

    private const string Columns =
        "k.id, k.name, k.organization, k.role, k.scope, k.requests, k.created_at, k.expires_at, k.last_used_at, k.revoked_at";
    private const string Prefix = "opengov_";
    private const int SecretBytes = 32;

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>For how long a key that was revoked elsewhere may still be taken.</summary>
    public static TimeSpan Bound { get; } = TimeSpan.FromSeconds(5);

    /// <summary>The key that has this secret, also when it was revoked; null when none has.</summary>
    public async ValueTask<ApiKey?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        if (!IsWellFormed(secret))
        {
            return null;
        }

        var hash = Hash(secret);
        if (known.TryGetValue(hash, out ApiKey? key))
        {
            return key;
        }

        var stored = await database.Dialect.RepeatAsync(
            async () =>
            {
                await using var connection = await database.OpenAsync(cancellationToken);
                return await connection.QuerySingleOrDefaultAsync<StoredKey>(
                    new CommandDefinition(FindSql, new { Hash = hash }, cancellationToken: cancellationToken)
                );
            },
            cancellationToken
        );

        // The index finds by comparing from the start, and a collation might take for alike what is not: the whole hash decides.
        if (stored is null || !IsSame(stored.SecretHash, hash))
        {
            return null;
        }

        // Only what lets somebody in is remembered: wrong keys would push out the right ones.
        if (stored.RevokedAt is null)
        {
            known.Set<ApiKey>(hash, stored, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Bound });
        }

        return stored;
    }

    /// <summary>All keys, the oldest first, revoked ones among them.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<ApiKey>(new CommandDefinition(ListSql, cancellationToken: cancellationToken))];
    }

    /// <summary>A key by its id, also when it was revoked; null when there is none.</summary>
    public async Task<ApiKey?> OfIdAsync(string id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<ApiKey>(
            new CommandDefinition(OfIdSql, new { Id = id }, cancellationToken: cancellationToken)
        );
    }

    /// <summary>Makes a key, and gives its secret: the only time that anyone sees it.</summary>
    public async Task<(string Id, string Secret)> CreateAsync(
        string name,
        string? organization,
        string role,
        string scope,
        int? requests,
        CancellationToken cancellationToken,
        DateTimeOffset? expiresAt = null
    )
    {
        var id = $"key-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        var secret = $"{Prefix}{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}";
        await using var connection = await database.OpenWriterAsync(cancellationToken);
        await connection.ExecuteAsync(
            new CommandDefinition(
                InsertSql,
                new
                {
                    Id = id,
                    Hash = Hash(secret),
                    Name = name,
                    Organization = organization,
                    Role = role,
                    Scope = scope,
                    Requests = requests,
                    CreatedAt = database.Clock.GetUtcNow(),
                    ExpiresAt = expiresAt,
                },
                cancellationToken: cancellationToken
            )
        );
        return (id, secret);
    }

    /// <summary>Ends a key; false when there is none of that id, or it had ended.</summary>
    public async Task<bool> RevokeAsync(string id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenWriterAsync(cancellationToken);
        var revoked = await connection.ExecuteAsync(
            new CommandDefinition(RevokeSql, new { Id = id, Now = database.Clock.GetUtcNow() }, cancellationToken: cancellationToken)
        );
        known.Clear();
        return revoked == 1;
    }

    /// <summary>Writes down when keys were last taken.</summary>
    public async Task NoteUsesAsync(IEnumerable<KeyValuePair<string, DateTimeOffset>> uses, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenWriterAsync(cancellationToken);
        foreach (var (id, at) in uses)
        {
            await connection.ExecuteAsync(new CommandDefinition(UseSql, new { Id = id, At = at }, cancellationToken: cancellationToken));
        }
    }

    /// <inheritdoc />
    public void Dispose() => known.Dispose();

    /// <summary>Whether a credential says of itself that it is a key of this service.</summary>
    public static bool IsOurs(string credential) => credential.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Whether a credential has the form of a key; what has not is looked up nowhere.</summary>
    public static bool IsWellFormed(string secret) =>
        IsOurs(secret) && Base64Url.IsValid(secret.AsSpan(Prefix.Length), out var bytes) && bytes == SecretBytes;

    private static bool IsSame(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private sealed record StoredKey : ApiKey
    {
        public required string SecretHash { get; init; }
    }
}
