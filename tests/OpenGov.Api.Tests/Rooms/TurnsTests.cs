using OpenGov.Api.Access;

namespace OpenGov.Api.Tests.Rooms;

/// <summary>Who works, who waits in which order, and who is sent away.</summary>
[Category("Quick")]
public sealed class TurnsTests
{
    private static readonly Task Never = new TaskCompletionSource().Task;

    [Test]
    public async Task So_many_work_at_once_so_many_wait_and_the_next_is_sent_away()
    {
        var turns = new Turns(most: 2, perClient: 1, mostWaiting: 2);
        var a = await EnterAsync(turns, "a");
        Assert.That(await EnterAsync(turns, "b"), Is.Not.Null);
        var (c, d) = (EnterAsync(turns, "c"), EnterAsync(turns, "d"));
        Assert.That((c.IsCompleted, d.IsCompleted), Is.EqualTo((false, false)));
        Assert.That(await EnterAsync(turns, "e"), Is.Null, "the line is full");
        a!.Dispose();
        Assert.That(await c.WaitAsync(TimeSpan.FromSeconds(10)), Is.Not.Null, "who came first");
        Assert.That(d.IsCompleted, Is.False);
        Assert.That(EnterAsync(turns, "e").IsCompleted, Is.False, "there is a place in the line again");
    }

    [Test]
    public async Task Half_of_the_line_is_for_one_client()
    {
        var turns = new Turns(most: 1, perClient: 1, mostWaiting: 4);
        using var working = await EnterAsync(turns, "a");
        Assert.That((EnterAsync(turns, "b").IsCompleted, EnterAsync(turns, "b").IsCompleted), Is.EqualTo((false, false)));
        Assert.That(await EnterAsync(turns, "b"), Is.Null);
        Assert.That(EnterAsync(turns, "c").IsCompleted, Is.False);
    }

    [Test]
    public async Task A_turn_that_is_given_back_twice_is_one_turn()
    {
        var turns = new Turns(most: 1, perClient: 1, mostWaiting: 4);
        var a = await EnterAsync(turns, "a");
        var (b, c) = (EnterAsync(turns, "b"), EnterAsync(turns, "c"));
        a!.Dispose();
        a.Dispose();
        Assert.That(await b.WaitAsync(TimeSpan.FromSeconds(10)), Is.Not.Null);
        Assert.That(c.IsCompleted, Is.False);
    }

    [Test]
    public async Task Who_leaves_the_line_leaves_its_place_to_another()
    {
        var turns = new Turns(most: 1, perClient: 1, mostWaiting: 2);
        var a = await EnterAsync(turns, "a");
        using var leaving = new CancellationTokenSource();
        var b = turns.EnterAsync(new Client("b"), Never, leaving.Token);
        var c = EnterAsync(turns, "c");
        Assert.That(await EnterAsync(turns, "d"), Is.Null);
        await leaving.CancelAsync();
        Assert.That(async () => await b, Throws.InstanceOf<OperationCanceledException>());
        var d = EnterAsync(turns, "d");
        a!.Dispose();
        (await c.WaitAsync(TimeSpan.FromSeconds(10)))!.Dispose();
        Assert.That(await d.WaitAsync(TimeSpan.FromSeconds(10)), Is.Not.Null);
    }

    [Test]
    public async Task A_client_has_its_whole_share_again_when_all_that_it_did_is_done()
    {
        var turns = new Turns(most: 4, perClient: 2, mostWaiting: 4);
        for (var i = 0; i < 3; i++)
        {
            using var one = await EnterAsync(turns, "a");
            using var two = await EnterAsync(turns, "a");
            Assert.That((IDisposable?[])[one, two], Is.All.Not.Null);
        }
    }

    [Test]
    public void What_a_client_does_is_counted_in_its_window_and_forgotten_after()
    {
        var clock = new TestClock(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
        var windows = new CountingWindows(60, clock);
        Assert.That((windows.Left, windows.Of("a"), windows.Clients), Is.EqualTo((60L, 0, 0)));
        Assert.That((windows.Count("a"), windows.Count("a"), windows.Count("b")), Is.EqualTo((1, 2, 1)));
        clock.Now += TimeSpan.FromSeconds(59);
        Assert.That((windows.Left, windows.Of("a"), windows.Of("b"), windows.Of("c")), Is.EqualTo((1L, 2, 1, 0)));
        Assert.That((windows.Count("a"), windows.Clients), Is.EqualTo((3, 2)));
        clock.Now += TimeSpan.FromSeconds(1);
        Assert.That((windows.Left, windows.Of("a"), windows.Clients), Is.EqualTo((60L, 0, 0)));
        Assert.That((windows.Count("a"), windows.Clients), Is.EqualTo((1, 1)));
    }

    private static Task<IDisposable?> EnterAsync(Turns turns, string client) =>
        turns.EnterAsync(new Client(client), Never, CancellationToken.None);
}
