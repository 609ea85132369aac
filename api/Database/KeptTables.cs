using System.Collections.Concurrent;

namespace OpenGov.Api.Database;

/// <summary>
/// Small tables that many answers take something from (sources, terms, titles, milestones), and what is made of them, as the newest state
/// has them: read once, for every request until one of them changes. A request reaches them through its <see cref="ReadSession"/>.
/// </summary>
/// <remarks>
/// Only what has stayed as it is for a moment is kept. While one change follows another, each request reads what it needs.
/// </remarks>
public sealed class KeptTables(DataVersion dataVersion)
{
    /// <summary>A table of more rows is not kept.</summary>
    public const int MostRows = 10_000;

    /// <summary>For so long nothing has changed before a whole table is read: so often a second at most, however many changes there are.</summary>
    internal static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(100);

    /// <summary>The same for a table that was too large: it hardly became a small one.</summary>
    internal static readonly TimeSpan CalmOfLarge = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Held> held = new();

    /// <summary>What is kept under a name for a state, and what it was read from; null when nothing is.</summary>
    /// <param name="name">The program's own name for it.</param>
    /// <param name="state">The newest state.</param>
    /// <param name="from">What it is read from, where that is known before.</param>
    /// <param name="read">Reads it; null when it is too much to be kept.</param>
    internal async Task<(T? Value, TablesRead Tables)> FindAsync<T>(
        string name,
        DataVersion.State state,
        TablesRead from,
        Func<Task<(T? Value, TablesRead Tables)>> read
    )
        where T : class
    {
        if (!held.TryGetValue(name, out var kept) || !dataVersion.IsSame(kept.State, state, kept.Tables))
        {
            var wait =
                kept is null || kept is { IsRead: true, Value: not null } ? Calm
                : kept.IsRead ? CalmOfLarge
                : kept.Wait;
            held[name] = new Held(state, Environment.TickCount64, wait, IsRead: false, null, from);
            return (null, TablesRead.None);
        }

        if (!kept.IsRead)
        {
            if (Environment.TickCount64 - kept.Since < kept.Wait.TotalMilliseconds)
            {
                return (null, TablesRead.None);
            }

            var (value, tables) = await read();
            held[name] = kept = kept with { State = state, IsRead = true, Value = value, Tables = tables };
        }

        return ((T?)kept.Value, kept.Tables);
    }

    private sealed record Held(DataVersion.State State, long Since, TimeSpan Wait, bool IsRead, object? Value, TablesRead Tables);
}
