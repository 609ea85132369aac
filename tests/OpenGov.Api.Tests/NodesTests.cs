using System.Diagnostics;
using System.Globalization;
using System.Net;
using OpenGov.Api.Database;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests;

/// <summary>Two nodes over one database, with a shared cache.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
public sealed class NodesTests(string provider)
{
    private const string Id = "MX-DUR-PAL1-C2";

    /// <summary>What the service promises, and the grain of its clock.</summary>
    private static readonly TimeSpan Bound = DataVersion.Bound + TimeSpan.FromMilliseconds(50);

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

    private RedisProcess redis;
    private TwoNodes nodes;
    private OpenGovApplication a;
    private OpenGovApplication b;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        nodes = await TwoNodes.StartAsync(provider);
        (redis, a, b) = (nodes.Redis, nodes.A, nodes.B);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (nodes is not null)
        {
            await nodes.DisposeAsync();
        }
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
            for (var sees = false; !sees; )
            {
                // However long an answer takes on this machine: what is asked after the bound has the write in it.
                var asked = written.Elapsed;
                sees = await SeesAsync(reader, address, title);
                Assert.That(sees || asked < Bound, $"{address} on the other node, asked after {asked}");
            }
        }
    }

    [Test]
    public async Task Nodes_that_start_at_once_over_an_empty_database_prepare_it_once()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var nodes = Enumerable.Range(0, 3).Select(_ => new NodeProcess(database.Settings, redis.Address)).ToList();
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
        using var one = new NodeProcess(a.DatabaseSettings, redis.Address);
        using var other = new NodeProcess(a.DatabaseSettings, redis.Address);
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
                    NodeProcess[] nodes = reader % 2 == 0 ? [one, other] : [other, one];
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
        foreach (var node in (NodeProcess[])[one, other, one])
        {
            await Eventually.MoreAsync(() => answered, 30, "requests are answered by both");
            node.Kill();
            await Eventually.MoreAsync(() => retried, 1, "a client finds one dead");
            await Eventually.MoreAsync(() => answered, 30, "requests are answered by the other");
            node.Start();
            await node.ReadyAsync();
        }

        await stop.CancelAsync();
        await Task.WhenAll([writer, .. readers]);
    }

    private static async Task<bool> SeesAsync(OpenGovApplication node, string address, string text)
    {
        using var response = await node.SendAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        return (await response.Content.ReadAsStringAsync()).Contains(text, StringComparison.Ordinal);
    }
}
