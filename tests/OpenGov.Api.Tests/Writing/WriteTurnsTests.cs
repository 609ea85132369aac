using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using OpenGov.Api.Database;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Tests.Writing;

/// <summary>Writes that wait for one another share a transaction, and none of them is felt by another.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class WriteTurnsTests(string provider)
{
    private static readonly Table Sources = Schema.Current["sources"];

    private OpenGovApplication app;
    private WriteTurns turns;
    private DataVersion version;
    private bool areTogether;

    [SetUp]
    public async Task StartAsync()
    {
        app = await OpenGovApplication.StartAsync(provider);
        turns = app.Services.GetRequiredService<WriteTurns>();

        // However slow the machine is, those that wait for one another are together.
        turns.Longest = Eventually.Patience;
        version = app.Services.GetRequiredService<DataVersion>();
        areTogether = app.Services.GetRequiredService<DataStore>().Dialect.ChangesTogether > 1;
    }

    [TearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [Test]
    public async Task One_that_is_refused_takes_none_of_the_others_with_it()
    {
        var before = (await version.CurrentAsync(CancellationToken.None)).Sequence;
        var gate = new TaskCompletionSource();
        Task[] writes =
        [
            WriteAsync("T1", gate.Task),
            WriteAsync("T2", fails: () => new RefusedException([new RecordError("wrong", "No.")])),
            WriteAsync("T3"),
            WriteAsync("T4", fails: () => new OperationCanceledException()),
            WriteAsync("T5"),
        ];
        Assert.That((await version.CurrentAsync(CancellationToken.None)).Sequence, Is.EqualTo(before), "nothing is kept yet");
        gate.SetResult();
        await Task.WhenAll(writes).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Assert.Multiple(() =>
        {
            Assert.That(
                writes.Select(write => write.Status).Where(status => status == TaskStatus.RanToCompletion).ToList(),
                Has.Count.EqualTo(3)
            );
            Assert.That(writes[1].Exception?.InnerException, Is.InstanceOf<RefusedException>());
            Assert.That(writes[3].IsCanceled);
        });
        Assert.That(await KnownAsync(), Is.EqualTo((string[])["T1", "T3", "T5"]));
        Assert.That((await version.CurrentAsync(CancellationToken.None)).Sequence, Is.EqualTo(before + 3));
    }

    [Test]
    public async Task A_client_that_has_gone_while_it_waited_writes_nothing_and_holds_nobody_up()
    {
        var gate = new TaskCompletionSource();
        using var gone = new CancellationTokenSource();
        var first = WriteAsync("T1", gate.Task);
        var second = WriteAsync("T2", cancellationToken: gone.Token);
        await gone.CancelAsync();
        gate.SetResult();
        await first;
        Assert.That(async () => await second, Throws.InstanceOf<OperationCanceledException>());
        await WriteAsync("T3");
        Assert.That(await KnownAsync(), Is.EqualTo((string[])["T1", "T3"]));
    }

    [Test]
    public async Task A_failure_that_ends_the_transaction_is_told_to_all_that_shared_it()
    {
        Assume.That(areTogether, "the engine keeps each change alone");
        var gate = new TaskCompletionSource();
        Task[] writes =
        [
            WriteAsync("T1", gate.Task),
            WriteAsync("T2", within: recorder => recorder.WriteBesideAsync("ROLLBACK", new { }, CancellationToken.None)),
        ];
        var behind = WriteAsync("T3");
        gate.SetResult();
        await Task.WhenAll(writes).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Assert.That(writes.Select(write => write.Exception?.InnerException), Is.All.InstanceOf<DbException>());
        await behind;
        await WriteAsync("T4");
        Assert.That(await KnownAsync(), Is.EqualTo((string[])["T3", "T4"]), "who stood behind them has a transaction of its own");
    }

    [Test]
    public async Task Many_at_once_are_each_made_once_and_numbered_without_a_gap()
    {
        var before = (await version.CurrentAsync(CancellationToken.None)).Sequence;
        var ids = Enumerable.Range(100, 100).Select(i => $"T{i}").ToList();
        await Task.WhenAll(ids.Select(id => Task.Run(() => WriteAsync(id))));
        Assert.That(await KnownAsync(), Is.EqualTo(ids));
        Assert.That((await version.CurrentAsync(CancellationToken.None)).Sequence, Is.EqualTo(before + 100));
        var changes = await app.AllAsync("changes?record_type=sources&limit=500");
        var numbers = changes.Select(change => change.GetProperty("sequence").GetInt64()).Order().TakeLast(100);
        Assert.That(numbers, Is.EqualTo(Enumerable.Range(1, 100).Select(i => before + i)));
    }

    private Task<bool> WriteAsync(
        string id,
        Task? waits = null,
        Func<Exception>? fails = null,
        Func<Recorder, Task>? within = null,
        CancellationToken cancellationToken = default
    ) =>
        turns.TakeAsync(
            new Actor("test", "Tests"),
            async recorder =>
            {
                var row = TestRows.With(TestRows.NewRow(Sources, id), [("read_extent", "whole"), ("url", $"https://example.org/{id}")]);
                await recorder.SaveAsync(TestRows.Checked(Sources, row), cancellationToken);
                await (waits ?? Task.CompletedTask);
                if (fails is not null)
                {
                    throw fails();
                }

                await (within?.Invoke(recorder) ?? Task.CompletedTask);
                await recorder.CommitAsync(cancellationToken);
                return true;
            },
            cancellationToken
        );

    /// <summary>Which of the written are there.</summary>
    private async Task<IReadOnlyList<string>> KnownAsync() =>
        [
            .. (await app.AllAsync("sources?limit=500"))
                .Select(source => source.GetProperty("id").GetString()!)
                .Where(id => id[0] == 'T')
                .Order(StringComparer.Ordinal),
        ];
}
