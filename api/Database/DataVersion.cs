using System.Collections.Immutable;
using System.Globalization;
using Dapper;

namespace OpenGov.Api.Database;

/// <summary>
/// The state of the data that this node knows: the number of the last change and when it was made, and of the changes that it has made
/// itself also of which tables. What is kept is kept with the state that it is of, and not given after a change of what it was read from.
/// </summary>
/// <remarks>
/// A change made through this node is known at once. One made by another process or node is known within
/// <see cref="Bound"/>, the bound that the documentation promises; of which tables it was is not asked: it may be all.
/// </remarks>
public sealed class DataVersion(DataStore database)
{
    /// <summary>For how long a change made elsewhere may stay unseen.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromMilliseconds(250);

    /// <summary>Reads the last change.</summary>
    internal const string Sql = "SELECT v.sequence, v.changed_at FROM data_version v WHERE v.id = 1";

    private Known known = new(new State(-1, default), 0, ImmutableDictionary<string, long>.Empty);
    private long checkedAt = long.MinValue;

    /// <summary>The last change: its number, 0 before the first, and its instant.</summary>
    public async ValueTask<State> CurrentAsync(CancellationToken cancellationToken)
    {
        database.Look();
        var now = Environment.TickCount64;
        if (TryKnown(out var recent))
        {
            return recent;
        }

        var before = known;
        var generation = database.Generation;
        var read = await database.AskAsync(connection => connection.QuerySingleAsync<State>(Sql), cancellationToken) with
        {
            Generation = generation,
        };

        // A change that this node committed while the row was read is newer than what was read.
        if (read != before.State)
        {
            Interlocked.CompareExchange(ref known, Known.Elsewhere(read), before);
        }

        Volatile.Write(ref checkedAt, now);
        return known.State;
    }

    /// <summary>The last change, where it was looked for within the bound.</summary>
    public bool TryKnown(out State state)
    {
        state = known.State;
        return state.Sequence >= 0
            && state.Generation == database.Generation
            && Environment.TickCount64 - Volatile.Read(ref checkedAt) < Bound.TotalMilliseconds;
    }

    /// <summary>The day of the first change; null before it.</summary>
    public async Task<DateOnly?> FirstDayAsync(CancellationToken cancellationToken)
    {
        var first = await database.AskAsync(
            connection => connection.ExecuteScalarAsync<DateTimeOffset?>("SELECT MIN(c.changed_at) FROM changes c"),
            cancellationToken
        );
        return first is { } instant ? DateOnly.FromDateTime(instant.UtcDateTime) : null;
    }

    /// <summary>Whether some tables are in one state as they are in another. False also where that is not known.</summary>
    public bool IsSame(State one, State other, TablesRead tables)
    {
        if (one == other)
        {
            return true;
        }

        var now = known;
        var (earlier, later) = one.Sequence < other.Sequence ? (one, other) : (other, one);
        return tables.Names is { } names
            && one.Generation == now.State.Generation
            && other.Generation == now.State.Generation
            && earlier.Sequence >= now.Since
            && later.Sequence <= now.State.Sequence
            && !names.Any(name => now.Changed.TryGetValue(name, out var last) && last > earlier.Sequence);
    }

    /// <summary>Takes note of a change that this node has committed.</summary>
    /// <param name="before">The state that it was made in.</param>
    /// <param name="after">The state after it.</param>
    /// <param name="tables">The tables that it has changed, be it only when their records were.</param>
    public void Advance(State before, State after, IEnumerable<string> tables)
    {
        var generation = database.Generation;
        (before, after) = (before with { Generation = generation }, after with { Generation = generation });
        while (true)
        {
            var was = known;
            if (was.State.Generation == generation && was.State.Sequence >= after.Sequence)
            {
                return;
            }

            var changed = was.State == before ? was : Known.Elsewhere(before);
            var next = new Known(
                after,
                changed.Since,
                changed.Changed.SetItems(tables.Select(name => KeyValuePair.Create(name, after.Sequence)))
            );
            if (Interlocked.CompareExchange(ref known, next, was) == was)
            {
                return;
            }
        }
    }

    /// <summary>What is known of the data.</summary>
    /// <param name="State">The last change.</param>
    /// <param name="Since">The change since which it is known what changed.</param>
    /// <param name="Changed">The last change of each table that has changed since then.</param>
    private sealed record Known(State State, long Since, ImmutableDictionary<string, long> Changed)
    {
        /// <summary>After a change of whatever there is.</summary>
        public static Known Elsewhere(State state) => new(state, state.Sequence, ImmutableDictionary<string, long>.Empty);
    }

    /// <summary>A state of the data.</summary>
    public sealed record State
    {
        /// <summary>For Dapper.</summary>
        public State() { }

        /// <summary>The state after a change.</summary>
        public State(long sequence, DateTimeOffset changedAt) => (Sequence, ChangedAt) = (sequence, changedAt);

        /// <summary>Number of the last change, 0 before the first.</summary>
        public long Sequence { get; init; }

        /// <summary>When it was made.</summary>
        public DateTimeOffset ChangedAt { get; init; }

        /// <summary>How often the database had been replaced while it was served.</summary>
        public int Generation { get; init; }

        /// <summary>
        /// Names the state: what is kept under it was computed from it. A database that was restored comes to the same numbers
        /// again, at other instants.
        /// </summary>
        public string Key => string.Create(CultureInfo.InvariantCulture, $"{Sequence}.{ChangedAt.UtcTicks:x}.{Generation}");
    }
}
