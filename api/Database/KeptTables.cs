using System.Collections.Concurrent;

namespace OpenGov.Api.Database;

/// <summary>
/// Small tables that many answers name something from (sources, terms, titles), as the newest state has them: read once, for every
/// request until something changes.
/// </summary>
/// <remarks>
/// Only a state that is asked for a second time is kept. While one change follows another, each request reads the few rows that it needs.
/// </remarks>
public sealed class KeptTables(DataStore database)
{
    /// <summary>A table of more rows is not kept.</summary>
    public const int MostRows = 10_000;

    private readonly ConcurrentDictionary<string, Held> held = new();

    /// <summary>All rows by their id, which is the first column; null where they are not kept, and the rows that are needed are read.</summary>
    /// <param name="session">The state that is read.</param>
    /// <param name="sql">The statement, without order.</param>
    /// <param name="id">The id of a row.</param>
    /// <param name="cancellationToken">Ends the statement.</param>
    public async ValueTask<IReadOnlyDictionary<string, T>?> RowsAsync<T>(
        ReadSession session,
        string sql,
        Func<T, string> id,
        CancellationToken cancellationToken
    )
    {
        var state = $"{(await session.StateAsync(cancellationToken)).Key}.{database.Generation}";
        if (session.ReadsPast)
        {
            return null;
        }

        if (!held.TryGetValue(sql, out var kept) || kept.State != state)
        {
            held[sql] = new Held(state, IsRead: false, null);
            return null;
        }

        if (!kept.IsRead)
        {
            var rows = await session.QueryAsync<T>(
                $"{sql}\nORDER BY 1\n{session.Dialect.Take}",
                new { Take = MostRows + 1 },
                cancellationToken
            );
            held[sql] = kept = new Held(state, IsRead: true, rows.Count > MostRows ? null : rows.ToDictionary(id, StringComparer.Ordinal));
        }

        return (IReadOnlyDictionary<string, T>?)kept.Rows;
    }

    private sealed record Held(string State, bool IsRead, object? Rows);
}
