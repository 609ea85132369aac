using System.Collections.Concurrent;

namespace OpenGov.Api.Database;

/// <summary>
/// Small tables that many answers name something from (sources, terms, titles), and what is made of them, as the newest state has them:
/// read once, for every request until something changes. A request reaches them through its <see cref="ReadSession"/>.
/// </summary>
/// <remarks>
/// Only a state that is asked for a second time is kept. While one change follows another, each request reads what it needs.
/// </remarks>
public sealed class KeptTables
{
    /// <summary>A table of more rows is not kept.</summary>
    public const int MostRows = 10_000;

    private readonly ConcurrentDictionary<string, Held> held = new();

    /// <summary>What is kept under a name for a state; null when nothing is.</summary>
    /// <param name="name">The program's own name for it.</param>
    /// <param name="state">The newest state.</param>
    /// <param name="read">Reads it; null when it is too much to be kept.</param>
    internal async Task<T?> FindAsync<T>(string name, string state, Func<Task<T?>> read)
        where T : class
    {
        if (!held.TryGetValue(name, out var kept) || kept.State != state)
        {
            held[name] = new Held(state, IsRead: false, null);
            return null;
        }

        if (!kept.IsRead)
        {
            held[name] = kept = new Held(state, IsRead: true, await read());
        }

        return (T?)kept.Value;
    }

    private sealed record Held(string State, bool IsRead, object? Value);
}
