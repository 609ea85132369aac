using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OpenGov.Api.Access;
using OpenGov.Api.Database;
using OpenGov.Api.Http;

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
            foreach (var answer in await Task.WhenAll(stays))
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
            Is.EqualTo(503).After(5000, 50),
            "the third of the same client"
        );
        Assert.That((await StatusAsync("198.51.100.1")).RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(5)));
        Assert.That((await StatusAsync("198.51.100.2")).Status, Is.EqualTo(200), "another client");
        one.Dispose();
        two.Dispose();
        Assert.That(
            async () => (await StatusAsync("198.51.100.1")).Status,
            Is.EqualTo(200).After(20_000, 100),
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
            Assert.That(async () => (await StatusAsync("198.51.100.2")).Status, Is.EqualTo(503).After(5000, 20), "the gate is full");
            Assert.That(async () => (await StatusAsync("198.51.100.2")).Status, Is.EqualTo(200).After(20_000, 100), "the idlest made room");
        }
        finally
        {
            stalled.ForEach(one => one.Dispose());
        }
    }

    [Test]
    public async Task Who_takes_what_is_sent_keeps_its_place_however_many_wait()
    {
        var ended = 0;
        var gate = new ExportGate(most: 1, perClient: 1);
        using var place = gate.TryEnter(new Client("a"), () => ended++);
        for (var i = 0; i < 20; i++)
        {
            await place!.TakenAsync(Task.Delay(5), ExportPlace.Pace);
        }

        Assert.That(place!.Idle, Is.EqualTo(TimeSpan.Zero), "what is taken quickly makes up for the wait");
        Assert.That(gate.TryEnter(new Client("b"), () => { }), Is.Null);
        Assert.That(ended, Is.Zero);
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

    [Test]
    public async Task Shared_work_is_done_once_and_stops_when_the_last_who_waits_has_left()
    {
        var work = new SharedWork<int>();
        var begun = 0;
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        Task<int> Ask(string client, CancellationToken leaving) =>
            work.DoAsync(
                "same",
                new Client(client),
                async piece =>
                {
                    Interlocked.Increment(ref begun);
                    try
                    {
                        await release.Task.WaitAsync(piece.Token);
                        return 7;
                    }
                    catch (OperationCanceledException)
                    {
                        stopped.SetResult();
                        throw;
                    }
                },
                leaving
            );

        var one = Ask("a", first.Token);
        var two = Ask("b", second.Token);
        await first.CancelAsync();
        Assert.That(async () => await one, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(stopped.Task.IsCompleted, Is.False, "the second still waits");
        await second.CancelAsync();
        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.That(async () => await two, Throws.InstanceOf<OperationCanceledException>());

        release.SetResult();
        Assert.That(await Ask("c", CancellationToken.None), Is.EqualTo(7), "who comes later begins anew");
        Assert.That(begun, Is.EqualTo(2));
    }

    [Test]
    public async Task Who_leaves_last_does_not_wait_until_the_work_has_ended()
    {
        var work = new SharedWork<int>();
        using var ended = new ManualResetEventSlim();
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var leaving = new CancellationTokenSource();
        var asked = work.DoAsync(
            "slow to end",
            new Client("a"),
            async piece =>
            {
                using var ending = piece.Token.Register(() => ended.Wait());
                began.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, piece.Token);
                return 7;
            },
            leaving.Token
        );
        await began.Task;
        await leaving.CancelAsync();
        try
        {
            Assert.That(async () => await asked.WaitAsync(TimeSpan.FromSeconds(10)), Throws.InstanceOf<OperationCanceledException>());
        }
        finally
        {
            ended.Set();
        }
    }

    [Test]
    public async Task The_line_of_one_client_never_keeps_another_waiting_and_what_others_wait_for_leaves_it()
    {
        var turns = new Turns(most: 4, perClient: 2, mostWaiting: 10);
        var never = new TaskCompletionSource().Task;
        var greedy = new Client("greedy");
        using var a = await turns.EnterAsync(greedy, never, CancellationToken.None);
        using var b = await turns.EnterAsync(greedy, never, CancellationToken.None);
        var shared = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var third = turns.EnterAsync(greedy, never, CancellationToken.None);
        var fourth = turns.EnterAsync(greedy, shared.Task, CancellationToken.None);
        Assert.That(third.IsCompleted, Is.False);
        using var other = await turns.EnterAsync(new Client("other"), never, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10));
        Assert.That(other, Is.Not.Null);
        shared.SetResult();
        using var promoted = await fourth.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.That(third.IsCompleted, Is.False);
        a!.Dispose();
        Assert.That(third.IsCompleted, Is.False, "the client still has two");
        b!.Dispose();
        using var came = await third.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.That(came, Is.Not.Null);
    }

    [Test]
    public async Task Turns_are_given_back_by_those_who_leave_the_line()
    {
        var turns = new Turns(most: 1, perClient: 1, mostWaiting: 4);
        var never = new TaskCompletionSource().Task;
        var working = await turns.EnterAsync(new Client("a"), never, CancellationToken.None);
        using var leaving = new CancellationTokenSource();
        var leaves = turns.EnterAsync(new Client("b"), never, leaving.Token);
        var waits = turns.EnterAsync(new Client("c"), never, CancellationToken.None);
        _ = turns.EnterAsync(new Client("c"), never, CancellationToken.None);
        Assert.That(
            await turns.EnterAsync(new Client("c"), never, CancellationToken.None),
            Is.Null,
            "half of the line is one client's share"
        );
        await leaving.CancelAsync();
        Assert.That(async () => await leaves, Throws.InstanceOf<OperationCanceledException>());
        working!.Dispose();
        using var came = await waits.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.That(came, Is.Not.Null);
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
