using System.Diagnostics;
using System.Globalization;
using System.Net;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests;

/// <summary>Two nodes over one database, and a shared cache that comes and goes.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
public sealed class NodesTests(string provider)
{
    private const string Id = "MX-DUR-PAL1-C2";

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(1);

    /// <summary>Every kind of answer in which the title of the commitment stands; {0} is the number of the write.</summary>
    private static readonly string[] Addresses =
    [
        $"commitments/{Id}",
        $"commitments/{Id}?fields=id,title_en",
        "commitments?plan=MX-DUR-PAL1",
        "commitments?q=%22title+{0}+of+many%22",
        "commitments?limit=500",
        "commitments.csv?plan=MX-DUR-PAL1",
        "commitments.ndjson?plan=MX-DUR-PAL1",
        "search?q=%22title+{0}+of+many%22",
        "search.csv?q=%22title+{0}+of+many%22",
        $"commitments/{Id}/history",
        "changes?limit=1",
        "changes.ndjson?record=" + Id,
        "/data/commitments.csv",
    ];

    private Redis redis;
    private OpenGovApplication a;
    private OpenGovApplication b;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        redis = await Redis.StartAsync();
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
    public async Task A_write_on_one_node_is_seen_on_the_other_within_the_bound()
    {
        var random = new Random(1);
        for (var i = 0; i < 500; i++)
        {
            var (writer, reader) = i % 2 == 0 ? (a, b) : (b, a);
            var title = $"Title {i} of many";
            await writer.SaveCommitmentAsync(Id, ("title_en", title), ("status", i % 3 == 0 ? "completed" : "in_progress"));
            var written = Stopwatch.StartNew();
            var address = string.Format(CultureInfo.InvariantCulture, Addresses[random.Next(Addresses.Length)], i);
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

    [Test]
    public async Task Nodes_that_start_at_once_over_an_empty_database_prepare_it_once()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var nodes = Enumerable.Range(0, 3).Select(_ => new Node(database.Settings, redis.Address)).ToList();
        try
        {
            foreach (var node in nodes)
            {
                await node.ReadyAsync();
                using var client = new HttpClient();
                var changes = await client.GetStringAsync($"{node.Address}/api/v1/changes?limit=1");
                var rows = Schema.Current.Tables.Sum(table => ShippedTable.Rows(table.Name).Count);
                Assert.That(changes, Does.Contain($"\"total\":{rows},"), "every row of the data set came in once");
            }
        }
        finally
        {
            nodes.ForEach(node => node.Dispose());
        }
    }

    [Test]
    public async Task Either_node_can_be_killed_at_any_time_and_a_client_that_asks_the_other_never_fails()
    {
        using var one = new Node(a.DatabaseSettings, redis.Address);
        using var other = new Node(a.DatabaseSettings, redis.Address);
        await one.ReadyAsync();
        await other.ReadyAsync();
        using var stop = new CancellationTokenSource();
        var answered = 0;
        var retried = 0;
        var readers = Enumerable
            .Range(0, 4)
            .Select(reader =>
                Task.Run(async () =>
                {
                    using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
                    Node[] nodes = reader % 2 == 0 ? [one, other] : [other, one];
                    while (!stop.IsCancellationRequested)
                    {
                        string? body = null;
                        foreach (var node in nodes)
                        {
                            try
                            {
                                body = await client.GetStringAsync($"{node.Address}/api/v1/commitments/{Id}");
                                break;
                            }
                            catch (HttpRequestException)
                            {
                                Interlocked.Increment(ref retried);
                            }
                        }

                        Assert.That(body, Does.Contain($"\"id\":\"{Id}\""), "one of two nodes answers, whole");
                        Interlocked.Increment(ref answered);
                    }
                })
            )
            .ToList();
        var writer = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                await a.SaveCommitmentAsync(Id, ("title_en", $"While nodes die {i}"));
                await Task.Delay(50);
            }
        });
        foreach (var node in (Node[])[one, other, one])
        {
            await Task.Delay(1500);
            node.Kill();
            await Task.Delay(1000);
            node.Start();
            await node.ReadyAsync();
        }

        await stop.CancelAsync();
        await Task.WhenAll([writer, .. readers]);
        Assert.Multiple(() =>
        {
            Assert.That(answered, Is.GreaterThan(100));
            Assert.That(retried, Is.GreaterThan(0), "the nodes did die");
        });
    }

    private static async Task<bool> SeesAsync(OpenGovApplication node, string address, string text)
    {
        using var response = await node.SendAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        return (await response.Content.ReadAsStringAsync()).Contains(text, StringComparison.Ordinal);
    }

    /// <summary>A node in a process of its own, over the database of another.</summary>
    private sealed class Node : IDisposable
    {
        private readonly int port = Redis.FreePort();
        private readonly IEnumerable<KeyValuePair<string, string?>> database;
        private readonly string cache;
        private Process? process;

        public Node(IEnumerable<KeyValuePair<string, string?>> database, string cache)
        {
            (this.database, this.cache) = (database, cache);
            Start();
        }

        public string Address => $"http://127.0.0.1:{port}";

        public void Start()
        {
            var start = new ProcessStartInfo(
                "dotnet",
                [Path.Combine(AppContext.BaseDirectory, "OpenGov.Api.dll"), "--urls", Address, "--ConnectionStrings:Redis", cache]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = AppContext.BaseDirectory,
            };
            foreach (var (name, value) in database)
            {
                start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
            }

            process = Process.Start(start)!;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        public async Task ReadyAsync()
        {
            using var client = new HttpClient();
            var started = Stopwatch.StartNew();
            while (true)
            {
                try
                {
                    using var response = await client.GetAsync($"{Address}/health/ready");
                    if (response.IsSuccessStatusCode)
                    {
                        return;
                    }
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(50);
                }

                Assert.That(started.Elapsed, Is.LessThan(TimeSpan.FromSeconds(60)), "the node starts");
            }
        }

        public void Kill()
        {
            process?.Kill();
            process?.WaitForExit();
            process?.Dispose();
            process = null;
        }

        public void Dispose() => Kill();
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
            process = Process.Start(
                new ProcessStartInfo("redis-server", ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
                {
                    RedirectStandardOutput = true,
                }
            )!;
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

        public static int FreePort()
        {
            using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
    }
}
