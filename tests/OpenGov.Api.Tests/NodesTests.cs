using System.Diagnostics;
using System.Net;

namespace OpenGov.Api.Tests;

/// <summary>Two nodes over one database, and a shared cache that comes and goes.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
public sealed class NodesTests(string provider)
{
    private const string Id = "MX-DUR-PAL1-C2";

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(1);

    private Redis redis;
    private OpenGovApplication a;
    private OpenGovApplication b;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        redis = await Redis.StartAsync();
        a = await OpenGovApplication.StartAsync(provider, ("ConnectionStrings:Redis", redis.Address));
        b = await a.StartAnotherNodeAsync(("ConnectionStrings:Redis", redis.Address));
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
    public async Task A_write_on_one_node_is_seen_on_the_other_within_the_bound()
    {
        var random = new Random(1);
        for (var i = 0; i < 500; i++)
        {
            var (writer, reader) = i % 2 == 0 ? (a, b) : (b, a);
            var title = $"Title {i}";
            await writer.SaveCommitmentAsync(Id, ("title_en", title), ("status", i % 3 == 0 ? "completed" : "in_progress"));
            var written = Stopwatch.StartNew();
            var address = random.Next(4) switch { 0 => $"commitments/{Id}", 1 => "commitments?plan=MX-DUR-PAL1", 2 => $"commitments.ndjson?plan=MX-DUR-PAL1", _ => $"search?q=%22title+{i}%22" };
            Assert.That(await SeesAsync(writer, address, title), Is.True, "the node that wrote sees it at once");
            while (!await SeesAsync(reader, address, title))
            {
                Assert.That(written.Elapsed, Is.LessThan(Bound), $"{address} on the other node");
                await Task.Delay(20);
            }
        }
    }

    [Test]
    public async Task Without_the_shared_cache_the_nodes_go_on_and_say_so_and_nothing_stale_returns_with_it()
    {
        Assert.That((await a.GetAsync("/health/ready")).GetProperty("status").GetString(), Is.EqualTo("healthy"));
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

        Assert.That((await a.GetAsync("/health/ready")).GetProperty("dependencies").GetProperty("cache").GetProperty("status").GetString(), Is.EqualTo("degraded"));

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

    private static async Task<bool> SeesAsync(OpenGovApplication node, string address, string text)
    {
        using var response = await node.SendAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        return (await response.Content.ReadAsStringAsync()).Contains($"\"{text}\"", StringComparison.Ordinal);
    }

    /// <summary>A Redis of the test's own.</summary>
    private sealed class Redis : IDisposable
    {
        private readonly int port = FreePort();
        private Process? process;

        public string Address => $"127.0.0.1:{port}";

        public static async Task<Redis> StartAsync()
        {
            var redis = new Redis();
            await redis.RestartAsync();
            return redis;
        }

        public async Task RestartAsync()
        {
            process = Process.Start(new ProcessStartInfo("redis-server", ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]) { RedirectStandardOutput = true })!;
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            for (var i = 0; i < 100; i++)
            {
                try
                {
                    using var probe = new System.Net.Sockets.TcpClient();
                    await probe.ConnectAsync(IPAddress.Loopback, port);
                    return;
                }
                catch (System.Net.Sockets.SocketException)
                {
                    await Task.Delay(50);
                }
            }

            Assert.Fail("redis-server did not start");
        }

        public void Stop()
        {
            process?.Kill();
            process?.WaitForExit();
            process?.Dispose();
            process = null;
        }

        public void Dispose() => Stop();

        private static int FreePort()
        {
            using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
    }
}
