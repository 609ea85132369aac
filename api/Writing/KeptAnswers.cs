using System.Security.Cryptography;
using System.Text;
using OpenGov.Api.Records;

namespace OpenGov.Api.Writing;

/// <summary>
/// Answers that were given to writes with an <c>Idempotency-Key</c>, each kept in the transaction of its change: whoever repeats the
/// request within 24 hours gets the same answer, and nothing is written again. A refusal wrote nothing and is not kept.
/// </summary>
internal static class KeptAnswers
{
    internal const string FindSql = """
        SELECT a.request_hash, a.status, a.location, a.etag, a.body FROM kept_answers a WHERE a.id = @Id AND a.created_at > @Since
        """;

    internal const string ForgetSql = "DELETE FROM kept_answers WHERE created_at <= @Since";

    internal const string InsertSql = """
        INSERT INTO kept_answers (id, request_hash, status, location, etag, body, created_at)
        VALUES (@Id, @RequestHash, @Status, @Location, @ETag, @Body, @CreatedAt)
        """;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>The answer that the caller got under this key for the same request; null when it has sent none.</summary>
    /// <exception cref="WriteRefusal">It has sent another request with the key.</exception>
    public static async Task<WriteAnswer?> FindAsync(
        Recorder recorder,
        string caller,
        string key,
        string requestHash,
        CancellationToken cancellationToken
    )
    {
        var found = await recorder.QueryAsync<KeptAnswer>(
            FindSql,
            new { Id = IdOf(caller, key), Since = recorder.Now - Kept },
            cancellationToken
        );
        if (found is not [var kept])
        {
            return null;
        }

        return kept.RequestHash == requestHash
            ? new WriteAnswer(kept.Status, kept.Location, kept.ETag, kept.Body)
            : throw WriteRefusal.Of(
                StatusCodes.Status422UnprocessableEntity,
                "This Idempotency-Key came with another request in the last 24 hours: another method, address, body or If-Match. Take a new key "
                    + "for a new request.",
                "Esta Idempotency-Key llegó con otra solicitud en las últimas 24 horas: otro método, dirección, cuerpo o If-Match. Use una "
                    + "clave nueva para una solicitud nueva."
            );
    }

    /// <summary>Keeps an answer with the change, and forgets those whose day is over.</summary>
    public static async Task KeepAsync(
        Recorder recorder,
        string caller,
        string key,
        string requestHash,
        WriteAnswer answer,
        CancellationToken cancellationToken
    )
    {
        await recorder.WriteBesideAsync(ForgetSql, new { Since = recorder.Now - Kept }, cancellationToken);
        await recorder.WriteBesideAsync(
            InsertSql,
            new
            {
                Id = IdOf(caller, key),
                RequestHash = requestHash,
                answer.Status,
                answer.Location,
                answer.ETag,
                answer.Body,
                CreatedAt = recorder.Now,
            },
            cancellationToken
        );
    }

    /// <summary>What tells one request from another.</summary>
    public static string HashOf(HttpRequest request, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // One that is only tried gets the answer of the one that it tries.
        var query = request.Query.ContainsKey("dry_run")
            ? QueryString.Create(request.Query.Where(parameter => parameter.Key != "dry_run"))
            : request.QueryString;
        var head = $"{request.Method}\n{request.Path}\n{query}\n{request.Headers.IfMatch}\n";
        hash.AppendData(Encoding.UTF8.GetBytes(head));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string IdOf(string caller, string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{caller}\n{key}")));

    private sealed record KeptAnswer
    {
        public required string RequestHash { get; init; }

        public required int Status { get; init; }

        public string? Location { get; init; }

        public string? ETag { get; init; }

        public string? Body { get; init; }
    }
}

/// <summary>What a write is answered with.</summary>
/// <param name="Status">The status.</param>
/// <param name="Location">Address of the new record under <c>/api/v1</c>; null when there is none.</param>
/// <param name="ETag">Tag of the record as it now is; null when there is none.</param>
/// <param name="Body">The body, JSON; null for none.</param>
internal sealed record WriteAnswer(int Status, string? Location, string? ETag, string? Body);
