using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenGov.Api.Database;
using StackExchange.Redis;

namespace OpenGov.Api.Http;

/// <summary>
/// The cache of answers that several nodes share, when <c>ConnectionStrings:Redis</c> names one. The node never
/// depends on it: a cache that does not answer in time is passed over, for a while altogether, and the answer
/// comes from the database. Nothing stale can come back with it, since every name holds the number of the last change.
/// </summary>
internal sealed class SharedCache(IDistributedCache shared, TimeSpan patience, TimeProvider clock, ILogger<SharedCache> logger)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private long restsUntil;

    /// <summary>Whether the last call was answered.</summary>
    public bool Answers { get; private set; } = true;

    /// <summary>What is kept under a name; null when nothing is, or the cache does not answer.</summary>
    public async ValueTask<byte[]?> GetAsync(string name, CancellationToken cancellationToken)
    {
        byte[]? found = null;
        await TryAsync("get", async () => found = await shared.GetAsync(name, cancellationToken), cancellationToken);
        Telemetry.CacheLookups.Add(1, new KeyValuePair<string, object?>("hit", found is not null));
        return found;
    }

    /// <summary>Keeps something under a name.</summary>
    public ValueTask SetAsync(string name, byte[] value, TimeSpan validFor) =>
        TryAsync(
            "set",
            () => shared.SetAsync(name, value, new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = validFor }),
            CancellationToken.None
        );

    private async ValueTask TryAsync(string what, Func<Task> call, CancellationToken cancellationToken)
    {
        if (clock.GetTimestamp() < Volatile.Read(ref restsUntil))
        {
            return;
        }

        try
        {
            await call().WaitAsync(patience, clock, cancellationToken);
            Answers = true;
        }
        catch (Exception error) when (error is RedisException or TimeoutException or ObjectDisposedException)
        {
            if (Answers)
            {
                logger.LogWarning(
                    "The shared cache did not answer ({What}: {Reason}); answering from the database",
                    what,
                    error.GetType().Name
                );
            }

            Answers = false;
            Volatile.Write(ref restsUntil, clock.GetTimestamp() + (long)(Rest.TotalSeconds * clock.TimestampFrequency));
        }
    }
}

/// <summary>Whether the shared cache answers. Without it the service is slower and still right: degraded, not unhealthy.</summary>
internal sealed class SharedCacheHealth(SharedCache cache) : IHealthCheck
{
    private const string Probe = "health";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await cache.SetAsync(Probe, [1], TimeSpan.FromMinutes(1));
        return cache.Answers
            ? HealthCheckResult.Healthy("Redis answers.")
            : HealthCheckResult.Degraded("Redis does not answer; answers come from the database.");
    }
}
