using OpenGov.Api.Database;
using OpenGov.Api.Records;

namespace OpenGov.Api.Writing;

/// <summary>
/// Lets the writes of this node in one after the other. Those that wait for one another are kept in one transaction, where the engine
/// can give each up alone; nobody is answered, not even with a refusal, before all that it has seen is kept.
/// </summary>
internal sealed class WriteTurns(DataStore database, DataVersion dataVersion) : IDisposable
{
    /// <summary>Who came first waits no longer for those behind.</summary>
    internal TimeSpan Longest { get; set; } = TimeSpan.FromMilliseconds(50);

    private readonly GivenNumbers given = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private int waiting;
    private Shared? open;

    /// <summary>Makes a change when its turn has come.</summary>
    /// <param name="actor">Who makes it.</param>
    /// <param name="write">Makes it, and commits it; what it does not commit is given up.</param>
    /// <param name="cancellationToken">Gives it up while it is not committed.</param>
    /// <exception cref="DatabaseUnavailableException">It cannot be kept, or what it has seen cannot.</exception>
    public async Task<T> TakeAsync<T>(Actor actor, Func<Recorder, Task<T>> write, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref waiting);
        // Also when the client has gone: it may be the one that ends the transaction of those before it.
        await turn.WaitAsync(CancellationToken.None);
        Interlocked.Decrement(ref waiting);
        var writing = WriteAsync(actor, write, cancellationToken);
        await ((Task)writing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var shared = open;
        if (shared is not null && (Volatile.Read(ref waiting) == 0 || shared.IsFull))
        {
            open = null;
            await shared.EndAsync();
        }

        turn.Release();
        await (shared?.Ended ?? Task.CompletedTask);
        return await writing;
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    private async Task<T> WriteAsync<T>(Actor actor, Func<Recorder, Task<T>> write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var most = database.Dialect.ChangesTogether;
        open ??= new Shared(
            await WriteTransaction.BeginAsync(database, dataVersion, given, isShared: most > 1, cancellationToken),
            most,
            Longest
        );
        Exception? failure = null;
        try
        {
            await using var recorder = await Recorder.BeginWithinAsync(open.Transaction, database, actor, cancellationToken);
            return await write(recorder);
        }
        catch (Exception error)
        {
            failure = error;
            throw;
        }
        finally
        {
            open.Changes++;
            await open.Transaction.GiveUpPartAsync(failure);
        }
    }

    /// <summary>A transaction that is open for those who wait.</summary>
    private sealed class Shared(WriteTransaction transaction, int most, TimeSpan longest)
    {
        private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly long begun = Environment.TickCount64;

        public WriteTransaction Transaction => transaction;

        public int Changes { get; set; }

        public bool IsFull => transaction.IsLost || Changes >= most || Environment.TickCount64 - begun >= longest.TotalMilliseconds;

        /// <summary>Ends when all of it is kept; fails when none is.</summary>
        public Task Ended => ended.Task;

        public async Task EndAsync()
        {
            try
            {
                await using (transaction)
                {
                    await transaction.CommitAsync();
                    ended.SetResult();
                }
            }
            catch (Exception error)
            {
                // A connection that cannot be given back after all was kept changes nothing of that.
                ended.TrySetException(error);
            }
        }
    }
}
