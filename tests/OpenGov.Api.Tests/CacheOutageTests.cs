using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace OpenGov.Api.Tests;

/// <summary>Two nodes over one database, and a shared cache that comes and goes.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
public sealed class CacheOutageTests(string provider)
{
    private const string Id = "MX-DUR-PAL1-C2";

    private RedisProcess redis;
    private OpenGovApplication a;
    private OpenGovApplication b;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        redis = await RedisProcess.StartAsync();
        a = await OpenGovApplication.StartAsync(provider, ("ConnectionStrings:Redis", redis.Address), ("RateLimit:Requests", "0"));
        b = await a.StartAnotherNodeAsync(("ConnectionStrings:Redis", redis.Address), ("RateLimit:Requests", "0"));
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (b is not null)
        {
            await b.DisposeAsync();
        }

        if (a is not null)
        {
            await a.DisposeAsync();
        }

        redis?.Dispose();
    }

    [Test]
    public async Task Without_the_shared_cache_the_nodes_go_on_and_say_so_and_nothing_stale_returns_with_it()
    {
        // Another test may have stopped the cache a moment ago.
        Assert.That(
            async () => (await a.GetAsync("/health/ready")).GetProperty("status").GetString(),
            Is.EqualTo("healthy").After(60_000, 200)
        );
        await a.SaveCommitmentAsync(Id, ("title_en", "Before the cache went"));
        Assert.That(await SeesAsync(a, $"commitments/{Id}", "Before the cache went"), Is.True);

        redis.Stop();
        for (var i = 0; i < 40; i++)
        {
            await a.SaveCommitmentAsync(Id, ("title_en", $"Without the cache {i}"));
            Assert.That(await SeesAsync(a, $"commitments/{Id}", $"Without the cache {i}"), Is.True);
            using var other = await b.SendAsync("stats/commitments?group_by=status");
            Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }

        Assert.That(
            (await a.GetAsync("/health/ready")).GetProperty("dependencies").GetProperty("cache").GetProperty("status").GetString(),
            Is.EqualTo("degraded")
        );

        await redis.RestartAsync();
        var recovered = Stopwatch.StartNew();
        while ((await a.GetAsync("/health/ready")).GetProperty("status").GetString() != "healthy")
        {
            Assert.That(await SeesAsync(a, $"commitments/{Id}", "Without the cache 39"), Is.True);
            Assert.That(recovered.Elapsed, Is.LessThan(TimeSpan.FromSeconds(60)), "the cache is used again");
            await Task.Delay(200);
        }

        Assert.That(await SeesAsync(a, $"commitments/{Id}", "Without the cache 39"), Is.True);
    }

    [Test]
    public async Task While_the_cache_goes_and_returns_under_load_no_request_fails_or_waits_beyond_the_limit_and_none_is_stale()
    {
        using var stop = new CancellationTokenSource();
        var slowest = TimeSpan.Zero;
        var reads = 0;
        var written = -1;
        var writer = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                await a.SaveCommitmentAsync(Id, ("title_en", $"Load {i:D6}"));
                Volatile.Write(ref written, i);
                await Task.Delay(20);
            }
        });
        var readers = Enumerable
            .Range(0, 4)
            .Select(reader =>
                Task.Run(async () =>
                {
                    var node = reader % 2 == 0 ? a : b;
                    while (!stop.IsCancellationRequested)
                    {
                        var before = Volatile.Read(ref written);
                        var started = Stopwatch.StartNew();
                        using var response = await node.SendAsync($"commitments/{Id}?fields=title_en");
                        var body = await response.Content.ReadAsStringAsync();
                        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), body);
                        slowest = started.Elapsed > slowest ? started.Elapsed : slowest;
                        if (node == a && before >= 0)
                        {
                            var seen = int.Parse(
                                body.AsSpan(body.IndexOf("Load ", StringComparison.Ordinal) + 5, 6),
                                CultureInfo.InvariantCulture
                            );
                            Assert.That(seen, Is.GreaterThanOrEqualTo(before), "what was answered is never taken back");
                        }

                        Interlocked.Increment(ref reads);
                    }
                })
            )
            .ToList();
        await Task.Delay(1000);
        redis.Stop();
        await Task.Delay(3000);
        await redis.RestartAsync();
        await Task.Delay(7000);
        await stop.CancelAsync();
        await Task.WhenAll([writer, .. readers]);
        Assert.Multiple(() =>
        {
            Assert.That(reads, Is.GreaterThan(100));
            Assert.That(slowest, Is.LessThan(TimeSpan.FromSeconds(5)), "a look-up waits 250 ms at most; the rest is this machine");
        });
        Assert.That(() => SeesAsync(b, $"commitments/{Id}", $"Load {written:D6}"), Is.True.After(1000, 50));
    }

    private static async Task<bool> SeesAsync(OpenGovApplication node, string address, string text)
    {
        using var response = await node.SendAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        return (await response.Content.ReadAsStringAsync()).Contains(text, StringComparison.Ordinal);
    }
}
