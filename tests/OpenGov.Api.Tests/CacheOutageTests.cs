using System.Globalization;
using System.Net;

namespace OpenGov.Api.Tests;

/// <summary>Two nodes over one database, and a shared cache that comes and goes; each test has its own.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
public sealed class CacheOutageTests(string provider)
{
    private const string Id = "MX-DUR-PAL1-C2";

    private RedisProcess redis;
    private TwoNodes nodes;
    private OpenGovApplication a;
    private OpenGovApplication b;

    [SetUp]
    public async Task StartAsync()
    {
        nodes = await TwoNodes.StartAsync(provider);
        (redis, a, b) = (nodes.Redis, nodes.A, nodes.B);
    }

    [TearDown]
    public async Task StopAsync()
    {
        if (nodes is not null)
        {
            await nodes.DisposeAsync();
        }
    }

    [Test]
    public async Task Without_the_shared_cache_the_nodes_go_on_and_say_so_and_nothing_stale_returns_with_it()
    {
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

        Assert.That(await StateOfCacheAsync(a), Is.EqualTo("degraded"));

        await redis.RestartAsync();
        await Eventually.HoldsAsync(
            async () =>
            {
                Assert.That(await SeesAsync(a, $"commitments/{Id}", "Without the cache 39"), Is.True);
                return await StateOfCacheAsync(a) == "healthy";
            },
            "the cache is used again"
        );
        Assert.That(await SeesAsync(a, $"commitments/{Id}", "Without the cache 39"), Is.True);
    }

    [Test]
    public async Task While_the_cache_goes_and_returns_under_load_no_request_fails_and_none_is_stale()
    {
        using var stop = new CancellationTokenSource();
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
                        using var response = await node.SendAsync($"commitments/{Id}?fields=title_en");
                        var body = await response.Content.ReadAsStringAsync();
                        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), body);
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
        await Eventually.MoreAsync(() => reads, 100, "answers come with the cache");
        redis.Stop();
        foreach (var node in (OpenGovApplication[])[a, b])
        {
            await Eventually.HoldsAsync(async () => await StateOfCacheAsync(node) == "degraded", "the node notices that the cache went");
        }

        await Eventually.MoreAsync(() => reads, 100, "answers come without the cache");
        await redis.RestartAsync();
        foreach (var node in (OpenGovApplication[])[a, b])
        {
            await Eventually.HoldsAsync(async () => await StateOfCacheAsync(node) == "healthy", "the node uses the cache again");
        }

        await Eventually.MoreAsync(() => reads, 100, "answers come with the cache again");
        await stop.CancelAsync();
        await Task.WhenAll([writer, .. readers]);
        await Eventually.HoldsAsync(() => SeesAsync(b, $"commitments/{Id}", $"Load {written:D6}"), "the other node sees the last change");
    }

    private static async Task<string?> StateOfCacheAsync(OpenGovApplication node) =>
        (await node.GetAsync("/health/ready")).GetProperty("dependencies").GetProperty("cache").GetProperty("status").GetString();

    private static async Task<bool> SeesAsync(OpenGovApplication node, string address, string text)
    {
        using var response = await node.SendAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        return (await response.Content.ReadAsStringAsync()).Contains(text, StringComparison.Ordinal);
    }
}
