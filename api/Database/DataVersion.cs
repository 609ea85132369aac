using System.Globalization;
using Dapper;

namespace OpenGov.Api.Database;

/// <summary>
/// The state of the data that this node knows: the number of the last change and when it was made. Cached
/// answers carry the number in their key, so an answer computed before a change is never given after it.
/// </summary>
/// <remarks>
/// A change made through this node is known at once. One made by another process or node is known within
/// <see cref="Bound"/>, the bound that the documentation promises.
/// </remarks>
public sealed class DataVersion(DataStore database)
{
    /// <summary>For how long a change made elsewhere may stay unseen.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromMilliseconds(250);

    /// <summary>Reads the last change.</summary>
    internal const string Sql = "SELECT v.sequence, v.changed_at FROM data_version v WHERE v.id = 1";

    private State known = new(-1, default);
    private long checkedAt = long.MinValue;

    /// <summary>The last change: its number, 0 before the first, and its instant.</summary>
    public async ValueTask<State> CurrentAsync(CancellationToken cancellationToken)
    {
        database.Look();
        var now = Environment.TickCount64;
        if (known.Sequence >= 0 && known.Generation == database.Generation && now - Volatile.Read(ref checkedAt) < Bound.TotalMilliseconds)
        {
            return known;
        }

        var before = known;
        var generation = database.Generation;
        var read = await database.AskAsync(connection => connection.QuerySingleAsync<State>(Sql), cancellationToken) with
        {
            Generation = generation,
        };

        // A change that this node committed while the row was read is newer than what was read.
        Interlocked.CompareExchange(ref known, read, before);
        Volatile.Write(ref checkedAt, now);
        return known;
    }

    /// <summary>The last change, where it was looked for within the bound.</summary>
    public bool TryKnown(out State state)
    {
        state = known;
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

    /// <summary>Takes note of a change that this node has committed.</summary>
    public void Advance(State state) => Interlocked.Exchange(ref known, state with { Generation = database.Generation });

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
