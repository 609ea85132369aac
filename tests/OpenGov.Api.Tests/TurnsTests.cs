using OpenGov.Api.Access;
using OpenGov.Api.Http;

namespace OpenGov.Api.Tests;

/// <summary>Turns, shared work and places of exports, apart from the service that hands them out.</summary>
public sealed class TurnsTests
{
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
}
