using System.Collections.Concurrent;
using OpenGov.Api.Database;
using OpenGov.Api.Records;

namespace OpenGov.Api.Writing;

/// <summary>
/// Lets the writes of this node in one after the other. Those that wait for one another are kept in one transaction, where the engine
/// can give each up alone; nobody is answered, not even with a refusal, before all that it has seen is kept.
/// </summary>
internal sealed class WriteTurns(DataStore database, DataVersion dataVersion)
{
    /// <summary>Who came first waits no longer for those behind.</summary>
    internal TimeSpan Longest { get; set; } = TimeSpan.FromMilliseconds(50);

    private readonly GivenNumbers given = new();
    private readonly ConcurrentQueue<Turn> queue = new();

    /// <summary>How many stand in the queue or are having their turn. Who finds nobody before it begins to make what all of them wait for.</summary>
    private int waiting;

    /// <summary>Makes a change when its turn has come.</summary>
    /// <param name="actor">Who makes it.</param>
    /// <param name="write">Makes it, and commits it; what it does not commit is given up.</param>
    /// <param name="cancellationToken">Gives it up while it is not committed.</param>
    /// <exception cref="DatabaseUnavailableException">It cannot be kept, or what it has seen cannot.</exception>
    public async Task<T> TakeAsync<T>(Actor actor, Func<Recorder, Task<T>> write, CancellationToken cancellationToken)
    {
        var turn = new Turn<T>(actor, write, cancellationToken);
        queue.Enqueue(turn);
        if (Interlocked.Increment(ref waiting) == 1)
        {
            await MakeTogetherAsync();
        }

        return await turn.Answered;
    }

    /// <summary>
    /// Makes changes until one transaction is kept: nothing is handed from one thread to another between two of them. Whoever began
    /// goes then, and another thread goes on for those who still wait.
    /// </summary>
    private async Task MakeTogetherAsync()
    {
        Shared? shared = null;
        var isEnded = false;
        int left;
        do
        {
            // Each is in the queue before it is counted.
            queue.TryDequeue(out var turn);
            shared = await MakeAsync(turn!, shared);
            if (shared is not null && (Volatile.Read(ref waiting) == 1 || shared.IsFull))
            {
                await shared.EndAsync();
                isEnded = true;
            }

            left = Interlocked.Decrement(ref waiting);
        } while (left > 0 && !isEnded);

        if (left > 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static turns => _ = turns.MakeTogetherAsync(), this, preferLocal: false);
        }
    }

    /// <summary>Makes one change, and begins the transaction for it where none is open.</summary>
    private async Task<Shared?> MakeAsync(Turn turn, Shared? shared)
    {
        try
        {
            turn.CancellationToken.ThrowIfCancellationRequested();
            var most = database.Dialect.ChangesTogether;
            shared ??= new Shared(
                await WriteTransaction.BeginAsync(database, dataVersion, given, isShared: most > 1, turn.CancellationToken),
                most,
                Longest
            );
        }
        catch (Exception error)
        {
            // It has seen nothing that could be lost.
            turn.End(error);
            return shared;
        }

        shared.Add(turn);
        await turn.MakeAsync(shared.Transaction, database);
        return shared;
    }

    /// <summary>A change that waits, or is being made.</summary>
    private abstract class Turn(CancellationToken cancellationToken)
    {
        public CancellationToken CancellationToken => cancellationToken;

        /// <summary>Makes it; how that ended is told by <see cref="End"/>.</summary>
        public abstract Task MakeAsync(WriteTransaction transaction, DataStore database);

        /// <summary>Tells who waits for it how it ended.</summary>
        /// <param name="lost">Why nothing of it is kept, whatever became of it; null when its transaction was kept.</param>
        public abstract void End(Exception? lost);
    }

    private sealed class Turn<T>(Actor actor, Func<Recorder, Task<T>> write, CancellationToken cancellationToken) : Turn(cancellationToken)
    {
        private readonly TaskCompletionSource<T> answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>What belongs to the request that asked: another makes its change.</summary>
        private readonly ExecutionContext? context = ExecutionContext.Capture();
        private Exception? failure;
        private T? answer;

        public Task<T> Answered => answered.Task;

        public override async Task MakeAsync(WriteTransaction transaction, DataStore database)
        {
            try
            {
                var writing = Task.FromResult(default(T)!);
                ExecutionContext.Run(context!, _ => writing = WriteAsync(transaction, database), null);
                answer = await writing;
            }
            catch (Exception error)
            {
                failure = error;
            }

            await transaction.GiveUpPartAsync(failure);
        }

        public override void End(Exception? lost)
        {
            if ((lost ?? failure) is { } error)
            {
                answered.SetException(error);
            }
            else
            {
                answered.SetResult(answer!);
            }
        }

        private async Task<T> WriteAsync(WriteTransaction transaction, DataStore database)
        {
            await using var recorder = await Recorder.BeginWithinAsync(transaction, database, actor, CancellationToken);
            return await write(recorder);
        }
    }

    /// <summary>A transaction that is open for those who wait.</summary>
    private sealed class Shared(WriteTransaction transaction, int most, TimeSpan longest)
    {
        private readonly List<Turn> made = [];
        private readonly long begun = Environment.TickCount64;

        public WriteTransaction Transaction => transaction;

        public bool IsFull => transaction.IsLost || made.Count >= most || Environment.TickCount64 - begun >= longest.TotalMilliseconds;

        public void Add(Turn turn) => made.Add(turn);

        /// <summary>Keeps all of it, or none, and tells those whose changes it holds.</summary>
        public async Task EndAsync()
        {
            Exception? lost = null;
            try
            {
                await transaction.CommitAsync();
            }
            catch (Exception error)
            {
                lost = error;
            }

            try
            {
                await transaction.DisposeAsync();
            }
            catch (Exception)
            {
                // A connection that cannot be given back after all was kept changes nothing of that.
            }

            made.ForEach(turn => turn.End(lost));
        }
    }
}
