namespace OpenGov.Api.Tests;

/// <summary>Two nodes over one database, with a cache of their own between them.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    public required RedisProcess Redis { get; init; }

    public required OpenGovApplication A { get; init; }

    public required OpenGovApplication B { get; init; }

    public static async Task<TwoNodes> StartAsync(string provider)
    {
        var redis = await RedisProcess.StartAsync();
        OpenGovApplication? a = null;
        try
        {
            a = await OpenGovApplication.StartAsync(provider, ("ConnectionStrings:Redis", redis.Address), ("RateLimit:Requests", "0"));
            var b = await a.StartAnotherNodeAsync(("ConnectionStrings:Redis", redis.Address), ("RateLimit:Requests", "0"));
            return new TwoNodes
            {
                Redis = redis,
                A = a,
                B = b,
            };
        }
        catch
        {
            if (a is not null)
            {
                await a.DisposeAsync();
            }

            redis.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await B.DisposeAsync();
        await A.DisposeAsync();
        Redis.Dispose();
    }
}
