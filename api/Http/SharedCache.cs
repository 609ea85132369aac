using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenGov.Api.Data;
using StackExchange.Redis;

namespace OpenGov.Api.Http;

/// <summary>
/// The cache of answers that several nodes share, when <c>ConnectionStrings:Redis</c> names one. The node never
/// depends on it: a cache that does not answer in time is passed over, for a while altogether, and the answer
/// comes from the database. Nothing stale can come back with it, since every key holds the number of the last change.
/// </summary>
internal sealed class SharedCache(IOutputCacheBufferStore shared, Settings settings, TimeProvider clock, ILogger<SharedCache> logger) : IOutputCacheStore, IOutputCacheBufferStore
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private readonly TimeSpan patience = TimeSpan.FromMilliseconds(settings.Redis.TimeoutMilliseconds);
    private long restsUntil;

    /// <summary>Whether the last call was answered.</summary>
    public bool Answers { get; private set; } = true;

    public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) =>
        TryAsync("evict", token => shared.EvictByTagAsync(tag, token), cancellationToken);

    public async ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken)
    {
        byte[]? found = null;
        await TryAsync("get", async token => found = await shared.GetAsync(key, token), cancellationToken);
        Telemetry.CacheLookups.Add(1, new KeyValuePair<string, object?>("hit", found is not null));
        return found;
    }

    public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken) =>
        TryAsync("set", token => shared.SetAsync(key, value, tags, validFor, token), cancellationToken);

    public async ValueTask<bool> TryGetAsync(string key, PipeWriter destination, CancellationToken cancellationToken)
    {
        // Read whole before a byte is handed on, so that a cache lost in the middle leaves no half answer.
        if (await GetAsync(key, cancellationToken) is not { } found)
        {
            return false;
        }

        await destination.WriteAsync(found, cancellationToken);
        return true;
    }

    public ValueTask SetAsync(string key, ReadOnlySequence<byte> value, ReadOnlyMemory<string> tags, TimeSpan validFor, CancellationToken cancellationToken) =>
        TryAsync("set", token => shared.SetAsync(key, value.ToArray(), tags.ToArray(), validFor, token), cancellationToken);

    private async ValueTask TryAsync(string what, Func<CancellationToken, ValueTask> call, CancellationToken cancellationToken)
    {
        if (clock.GetTimestamp() < Volatile.Read(ref restsUntil))
        {
            return;
        }

        try
        {
            await call(cancellationToken).AsTask().WaitAsync(patience, clock, cancellationToken);
            Answers = true;
        }
        catch (Exception error) when (error is RedisException or TimeoutException or ObjectDisposedException)
        {
            if (Answers)
            {
                logger.LogWarning("The shared cache did not answer ({What}: {Reason}); answering from the database", what, error.GetType().Name);
            }

            Answers = false;
            Volatile.Write(ref restsUntil, clock.GetTimestamp() + (long)(Rest.TotalSeconds * clock.TimestampFrequency));
        }
    }
}

/// <summary>Whether the shared cache answers. Without it the service is slower and still right: degraded, not unhealthy.</summary>
internal sealed class SharedCacheHealth(SharedCache cache) : IHealthCheck
{
    private const string Probe = "opengov:health";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await cache.SetAsync(Probe, [1], null, TimeSpan.FromMinutes(1), cancellationToken);
        return cache.Answers ? HealthCheckResult.Healthy("Redis answers.") : HealthCheckResult.Degraded("Redis does not answer; answers come from the database.");
    }
}

/// <summary>Adds the shared cache when one is configured.</summary>
internal static class SharedCaching
{
    public static void AddSharedCache(this IServiceCollection services, Settings settings)
    {
        if (settings.ConnectionStrings.Redis is not { } address)
        {
            return;
        }

        services.AddStackExchangeRedisOutputCache(options =>
        {
            var redis = ConfigurationOptions.Parse(address);
            redis.AbortOnConnectFail = false;
            redis.ConnectTimeout = 1000;
            options.ConfigurationOptions = redis;
            options.InstanceName = "opengov:";
        });

        // The store of the framework throws when Redis is away; ours stands before it.
        var inner = services.Last(service => service.ServiceType == typeof(IOutputCacheStore));
        services.Remove(inner);
        services.AddSingleton(provider => new SharedCache(
            (IOutputCacheBufferStore)(inner.ImplementationInstance ?? inner.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!)),
            settings,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SharedCache>>()));
        services.AddSingleton<IOutputCacheStore>(provider => provider.GetRequiredService<SharedCache>());
        services.AddHealthChecks().AddCheck<SharedCacheHealth>("cache", tags: ["ready"]);
    }
}
