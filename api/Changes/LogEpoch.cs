using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using OpenGov.Api.Database;

namespace OpenGov.Api.Changes;

/// <summary>
/// The name of the log of changes. It follows from the first change, so that another database has another; and from how often this one
/// was restored, which nothing inside a database can know. Beside the embedded database a small file keeps the newest change that was
/// ever told: a log that no longer has it, or has another in its place, was restored.
/// </summary>
/// <remarks>
/// A server has no such file, and its nodes keep nothing: there a restore is seen by who asks for a position beyond the head, and by who
/// reads the last change that he knows again, as the mirrors of the documentation do.
/// </remarks>
internal sealed class LogEpoch(DataStore database) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private Told? told;

    /// <summary>The epoch of the log that a session reads.</summary>
    public async Task<string> OfAsync(ReadSession session, CancellationToken cancellationToken)
    {
        var state = await session.StateAsync(cancellationToken);
        var first = await session.QueryAsync<Told>(
            $"SELECT c.sequence, c.changed_at FROM changes c ORDER BY c.sequence {session.Dialect.Take}",
            new { Take = 1 },
            cancellationToken
        );
        await turn.WaitAsync(cancellationToken);
        try
        {
            told ??= Read();

            // Nodes of a server must name its log alike, whatever each of them has seen.
            if (Place is not null && !session.ReadsPast && (state.Sequence, state.ChangedAt) != (told.Sequence, told.ChangedAt))
            {
                var isSame = told.Sequence == 0 || await IsThereAsync(told, cancellationToken);
                if (!isSame || state.Sequence > told.Sequence)
                {
                    told = new Told
                    {
                        Sequence = state.Sequence,
                        ChangedAt = state.ChangedAt,
                        Restores = told.Restores + (isSame ? 0 : 1),
                    };
                    Write(told);
                }
            }

            var log = first.Count == 0 ? "" : $"{TypeHandlers.Format(first[0].ChangedAt)}";
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{log} {told.Restores}")));
            return Convert.ToHexStringLower(hash.AsSpan(0, 8));
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    /// <summary>Whether the log still has the change that was told. Asked now: the session may have begun before it was made.</summary>
    private async Task<bool> IsThereAsync(Told last, CancellationToken cancellationToken)
    {
        var found = await database.AskAsync(
            connection =>
                connection.QuerySingleOrDefaultAsync<Told>(
                    "SELECT c.sequence, c.changed_at FROM changes c WHERE c.sequence = @Sequence",
                    new { last.Sequence }
                ),
            cancellationToken
        );
        return found?.ChangedAt == last.ChangedAt;
    }

    /// <summary>The file beside the embedded database; null where there is none.</summary>
    private string? Place =>
        database.Dialect is SqliteDialect && new SqliteConnectionStringBuilder(database.ConnectionString).DataSource is { Length: > 0 } file
            ? $"{file}.told"
            : null;

    private Told Read()
    {
        if (
            Place is { } place
            && File.Exists(place)
            && File.ReadAllText(place).Trim().Split(' ') is [var sequence, var changedAt, var restores]
            && long.TryParse(sequence, CultureInfo.InvariantCulture, out var number)
            && DateTimeOffset.TryParse(changedAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            && int.TryParse(restores, CultureInfo.InvariantCulture, out var count)
        )
        {
            return new Told
            {
                Sequence = number,
                ChangedAt = instant,
                Restores = count,
            };
        }

        return new Told();
    }

    private void Write(Told latest)
    {
        if (Place is not { } place || database.IsReadOnly)
        {
            return;
        }

        try
        {
            using var file = new StreamWriter(new FileStream(place, OwnerOnly.Options(FileMode.Create, FileShare.Read)));
            file.Write(
                string.Create(CultureInfo.InvariantCulture, $"{latest.Sequence} {TypeHandlers.Format(latest.ChangedAt)} {latest.Restores}")
            );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Where nothing can be written, no change can be made either; what is known stays in memory.
        }
    }

    /// <summary>The newest change that was told, and how often the log was another since.</summary>
    private sealed record Told
    {
        public long Sequence { get; init; }
        public DateTimeOffset ChangedAt { get; init; }
        public int Restores { get; init; }
    }
}
