using Microsoft.Extensions.Caching.Distributed;
using OpenGov.Api.Access;
using OpenGov.Api.Database;
using StackExchange.Redis;

namespace OpenGov.Api.Http;

/// <summary>Adds the store of answers, with the shared cache when one is configured.</summary>
internal static class AnswerCaching
{
    public static void AddAnswers(this IServiceCollection services, Settings settings)
    {
        var threads = settings.Reading.Threads > 0 ? settings.Reading.Threads : Math.Max(4, 2 * Environment.ProcessorCount);
        services.AddSingleton(_ => new ReadThreads(threads));
        services.AddSingleton(_ => new ReadTurns(threads));
        services.AddSingleton(_ => new ExportGate(settings.Exports.AtOnce, settings.Exports.PerClient));
        services.AddSingleton(provider => new AnswerStore(settings.Cache.Megabytes * 1024L * 1024, provider.GetService<SharedCache>()));
        if (settings.ConnectionStrings.Redis is not { } address)
        {
            return;
        }

        services.AddStackExchangeRedisCache(options =>
        {
            var redis = ConfigurationOptions.Parse(address);
            redis.AbortOnConnectFail = false;
            redis.ConnectTimeout = 1000;
            options.ConfigurationOptions = redis;
            options.InstanceName = "opengov:";
        });
        services.AddSingleton(provider => new SharedCache(
            provider.GetRequiredService<IDistributedCache>(),
            TimeSpan.FromMilliseconds(settings.Redis.TimeoutMilliseconds),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SharedCache>>()
        ));
        services.AddHealthChecks().AddCheck<SharedCacheHealth>("cache", tags: ["ready"]);
    }
}
