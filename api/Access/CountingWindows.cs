using System.Collections.Concurrent;

namespace OpenGov.Api.Access;

/// <summary>
/// Counts what each client does in a window of time. The clients of the window before are forgotten with it, whole: nothing
/// is ever swept.
/// </summary>
/// <remarks>
/// The framework's limiters cannot tell when a window ends, so the windows are our own. Each node counts what it answers.
/// </remarks>
internal sealed class CountingWindows(int seconds, TimeProvider clock)
{
    internal const int MostClients = 200_000;

    private Window current = new(0);

    /// <summary>Clients of the present window.</summary>
    public int Clients => Volatile.Read(ref current).Clients.Count;

    /// <summary>Seconds until the present window ends.</summary>
    public long Left => seconds - (Now % seconds);

    private long Now => clock.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Counts once more, and says how often that makes.</summary>
    public int Count(string client) => Present().Count(client);

    /// <summary>How often a client has been counted.</summary>
    public int Of(string client) => Present().Clients.TryGetValue(client, out var counter) ? counter.Used : 0;

    private Window Present()
    {
        var now = Now;
        var start = now - (now % seconds);
        var known = Volatile.Read(ref current);
        if (known.Start == start)
        {
            return known;
        }

        var begun = new Window(start);
        var before = Interlocked.CompareExchange(ref current, begun, known);
        return before == known ? begun
            : before.Start == start ? before
            : begun;
    }

    private sealed class Window(long start)
    {
        private int known;

        public long Start => start;

        public ConcurrentDictionary<string, Counter> Clients { get; } = new();

        /// <summary>
        /// Counts a request. When more clients come in one window than the table takes, those that come last are not
        /// counted: to count them together would let the many that fill the table shut out everybody else.
        /// </summary>
        public int Count(string client)
        {
            if (!Clients.TryGetValue(client, out var counter))
            {
                if (Volatile.Read(ref known) >= MostClients)
                {
                    return 1;
                }

                counter = Clients.GetOrAdd(client, _ => new Counter());
                Interlocked.Increment(ref known);
            }

            return counter.Next();
        }
    }

    private sealed class Counter
    {
        private int used;

        public int Used => Volatile.Read(ref used);

        public int Next() => Interlocked.Increment(ref used);
    }
}
