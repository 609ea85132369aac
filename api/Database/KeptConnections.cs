using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace OpenGov.Api.Database;

/// <summary>
/// Connections that read the embedded database, kept open between requests with the statements that they have prepared: to parse a
/// statement takes longer than to run most of them.
/// </summary>
internal sealed class KeptConnections : IDisposable
{
    /// <summary>So many stay open when nobody reads; more are opened while more read at once.</summary>
    public const int Most = 32;

    private readonly ConcurrentStack<KeptConnection> idle = new();
    private int generation;

    /// <summary>A connection to the file, given back when it is disposed.</summary>
    public async Task<KeptConnection> OpenAsync(string connectionString, CancellationToken cancellationToken)
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
        return new KeptConnection(connection, this, opening);
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
        if (connection.Generation != Volatile.Read(ref generation) || idle.Count >= Most || !connection.IsClean)
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

    /// <inheritdoc />
    public void Dispose() => Clear();
}
