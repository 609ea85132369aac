using System.Collections.Concurrent;
using Dapper;
using Microsoft.Data.Sqlite;

namespace OpenGov.Api.Database;

/// <summary>
/// Connections to the embedded database, kept open between requests with the statements that they have prepared: to parse a statement
/// takes longer than to run most of them.
/// </summary>
/// <param name="most">So many stay open when nobody uses them; more are opened while more are used at once.</param>
/// <param name="inLine">Whether one is used at a time, to write, and each waits for the one before.</param>
internal sealed class KeptConnections(int most, bool inLine = false) : IDisposable
{
    private readonly ConcurrentStack<KeptConnection> idle = new();
    private readonly SemaphoreSlim? line = inLine ? new SemaphoreSlim(1, 1) : null;
    private int generation;

    /// <summary>Whether they write. What writes is not ended half done when who asked for it has gone.</summary>
    public bool Write => line is not null;

    /// <summary>A connection to the file, given back when it is disposed.</summary>
    public async Task<KeptConnection> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        if (line is null)
        {
            return await TakeAsync(connectionString, cancellationToken);
        }

        await line.WaitAsync(cancellationToken);
        try
        {
            return await TakeAsync(connectionString, cancellationToken);
        }
        catch
        {
            line.Release();
            throw;
        }
    }

    /// <summary>Closes what is idle, and what is in use when it is given back: the file is another one, or may be damaged.</summary>
    public void Clear()
    {
        Interlocked.Increment(ref generation);
        while (idle.TryPop(out var kept))
        {
            kept.End();
        }
    }

    /// <summary>Takes a connection back, unless it cannot be used again.</summary>
    public void Return(KeptConnection connection)
    {
        try
        {
            if (connection.Generation != Volatile.Read(ref generation) || idle.Count >= most || !connection.IsClean)
            {
                connection.End();
                return;
            }

            idle.Push(connection);
            if (connection.Generation != Volatile.Read(ref generation))
            {
                Clear();
            }
        }
        finally
        {
            line?.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => Clear();

    private async Task<KeptConnection> TakeAsync(string connectionString, CancellationToken cancellationToken)
    {
        while (idle.TryPop(out var kept))
        {
            if (kept.Generation == Volatile.Read(ref generation) && kept.ConnectionString == connectionString)
            {
                return kept;
            }

            kept.End();
        }

        var opening = Volatile.Read(ref generation);
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        SqliteDialect.KeepPlans(connection);
        if (Write)
        {
            // Room for the pages that an import goes back to; and a small write does not copy the log into the database for twenty others.
            await connection.ExecuteAsync("PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4000");
        }

        return new KeptConnection(connection, this, opening);
    }
}
