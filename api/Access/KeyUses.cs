using System.Collections.Concurrent;
using OpenGov.Api.Database;

namespace OpenGov.Api.Access;

/// <summary>
/// When keys were last taken. No request waits for that to be written down: once a minute, and when somebody looks at the keys, a
/// node writes what it has noted since. What a node has noted and could not write is lost with it, which takes nothing from anybody.
/// </summary>
internal sealed class KeyUses(KeysRepository keys, DataStore database, TimeProvider clock, ILogger<KeyUses> logger)
    : RepeatedWork(TimeSpan.FromMinutes(1), logger)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> noted = new();

    /// <summary>Takes note that a key was taken now.</summary>
    public void Note(string id)
    {
        var now = clock.GetUtcNow();
        noted[id] = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
    }

    /// <summary>Writes down what has been noted.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var uses = noted.ToArray();
        if (uses.Length == 0 || database.IsReadOnly)
        {
            return;
        }

        await keys.NoteUsesAsync(uses, cancellationToken);
        foreach (var use in uses)
        {
            // One that has been taken again meanwhile is written the next time.
            noted.TryRemove(use);
        }
    }

    /// <inheritdoc />
    protected override Task DoAsync(CancellationToken stoppingToken) => WriteAsync(CancellationToken.None);
}
