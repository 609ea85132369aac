using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OpenGov.Api.Database;

namespace OpenGov.Api.Tests;

/// <summary>What one client does is not felt by another.</summary>
public sealed class SharingTests
{
    private const int Commitments = 4000;

    private OpenGovApplication app;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        app = await OpenGovApplication.StartAsync(
            "Sqlite",
            ("RateLimit:Requests", "0"),
            ("Exports:AtOnce", "6"),
            ("Exports:PerClient", "2"),
            ("Proxy:Known:0", "127.0.0.1"),
            ("Proxy:Known:1", "::1")
        );
        await app.AddCommitmentsAsync(Commitments);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [Test]
    public async Task Clients_that_leave_at_any_moment_take_nothing_from_those_who_ask_the_same()
    {
        var random = new Random(11);
        for (var round = 0; round < 40; round++)
        {
            var address = $"commitments?limit=200&q=reporte&due_from=2001-01-{1 + (round % 28):D2}&due_to=20{30 + (round / 28)}-01-01";
            using var leaving = new CancellationTokenSource();
            var leaves = Enumerable.Range(0, 2).Select(_ => LeaveAsync(address, leaving.Token)).ToList();
            await Task.Yield();
            var stays = Enumerable.Range(0, 3).Select(_ => app.SendAsync(address)).ToList();
            leaving.CancelAfter(TimeSpan.FromMilliseconds(random.Next(0, 6)));
            var bodies = new HashSet<string>();
            foreach (var answer in (await Task.WhenAll(stays)).Some())
            {
                using (answer)
                {
                    var body = await answer.Content.ReadAsStringAsync();
                    Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), body);
                    bodies.Add(body);
                }
            }

            Assert.That(bodies, Has.Count.EqualTo(1), "all get the same answer");
            await Task.WhenAll(leaves);
        }
    }

    [Test]
    public async Task A_client_that_does_not_read_its_export_keeps_nobody_from_the_same_export()
    {
        using var stalled = new Stalled(app.Address, "/api/v1/commitments.ndjson");
        using var other = await app.SendAsync("commitments.ndjson");
        var lines = (await other.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines, Has.Length.GreaterThan(Commitments));
    }

    [Test]
    public async Task One_client_gets_so_many_exports_at_once_and_another_still_gets_its_own()
    {
        using var one = new Stalled(app.Address, "/api/v1/commitments.ndjson", "198.51.100.1");
        using var two = new Stalled(app.Address, "/api/v1/commitments.csv", "198.51.100.1");
        Assert.That(
            async () => (await StatusAsync("198.51.100.1")).Status,
            Is.EqualTo(503).After(60_000, 50),
            "the third of the same client"
        );
        Assert.That((await StatusAsync("198.51.100.1")).RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(5)));
        Assert.That((await StatusAsync("198.51.100.2")).Status, Is.EqualTo(200), "another client");
        one.Dispose();
        two.Dispose();
        Assert.That(
            async () => (await StatusAsync("198.51.100.1")).Status,
            Is.EqualTo(200).After(60_000, 100),
            "who leaves gives its place back"
        );
    }

    [Test]
    public async Task Clients_that_read_nothing_give_way_to_one_that_does()
    {
        // As many as fit, from several addresses, so that the share of one client does not save the others.
        var stalled = Enumerable
            .Range(0, 6)
            .Select(i => new Stalled(app.Address, "/api/v1/commitments.ndjson", $"198.51.100.{100 + (i / 2)}"))
            .ToList();
        try
        {
            Assert.That(async () => (await StatusAsync("198.51.100.2")).Status, Is.EqualTo(503).After(60_000, 20), "the gate is full");
            Assert.That(async () => (await StatusAsync("198.51.100.2")).Status, Is.EqualTo(200).After(60_000, 100), "the idlest made room");
        }
        finally
        {
            stalled.ForEach(one => one.Dispose());
        }
    }

    [Test]
    public async Task What_a_client_asked_of_the_database_stops_when_it_leaves()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<ReadSession>();
        using var leaving = new CancellationTokenSource();
        leaving.CancelAfter(50);

        // Without being stopped this counts for hours.
        var endless = session.ScalarAsync<long>(
            "SELECT COUNT(*) FROM commitments a, commitments b, commitments c, commitments d WHERE a.id < b.id AND c.id < d.id",
            null,
            leaving.Token
        );
        Assert.That(async () => await endless, Throws.InstanceOf<OperationCanceledException>());

        using var after = await app.SendAsync("commitments?limit=1&sort=-id");
        Assert.That(after.StatusCode, Is.EqualTo(HttpStatusCode.OK), "the connection serves the next");
        Assert.That(
            await session.ScalarAsync<int>("SELECT COUNT(*) FROM commitments a", null, CancellationToken.None),
            Is.GreaterThan(Commitments),
            "and so does the session"
        );
    }

    private async Task LeaveAsync(string address, CancellationToken leaving)
    {
        try
        {
            using var response = await app.Client.GetAsync($"/api/v1/{address}", leaving);
        }
        catch (OperationCanceledException)
        {
            // It left.
        }
    }

    private async Task<(int Status, TimeSpan? RetryAfter)> StatusAsync(string client)
    {
        using var response = await app.SendAsync("plans.csv", null, ("X-Forwarded-For", client));
        await response.Content.ReadAsByteArrayAsync();
        return ((int)response.StatusCode, response.Headers.RetryAfter?.Delta);
    }

    /// <summary>A client that asks and then reads nothing.</summary>
    private sealed class Stalled : IDisposable
    {
        private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };

        public Stalled(Uri server, string path, string client = "198.51.100.9")
        {
            socket.Connect(IPAddress.Loopback, server.Port);
            socket.Send(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nX-Forwarded-For: {client}\r\n\r\n"));
        }

        public void Dispose() => socket.Dispose();
    }
}
