using System.Collections.Concurrent;

namespace OpenGov.Api.Database;

/// <summary>
/// The threads on which answers are computed and exports are read. The embedded database works on the thread that
/// asks it, so a costly question on a thread of the server would keep a cached answer waiting; on these it keeps only
/// other questions waiting, and the operating system shares the processors between both.
/// </summary>
public sealed class ReadThreads : TaskScheduler, IDisposable
{
    [ThreadStatic]
    private static ReadThreads? current;

    private readonly BlockingCollection<Task> waiting = [];

    /// <summary>Starts so many threads.</summary>
    public ReadThreads(int count)
    {
        Count = count;
        for (var i = 0; i < count; i++)
        {
            new Thread(Work) { IsBackground = true, Name = $"read {i}" }.Start();
        }
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <inheritdoc />
    public override int MaximumConcurrencyLevel => Count;

    /// <summary>Does something here, and all of it: what follows a wait comes back to these threads.</summary>
    public Task RunAsync(Func<Task> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    /// <inheritdoc cref="RunAsync(Func{Task})" />
    public Task<T> RunAsync<T>(Func<Task<T>> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    /// <summary>Lets the threads end when they have done what waits.</summary>
    public void Dispose() => waiting.CompleteAdding();

    /// <inheritdoc />
    protected override void QueueTask(Task task)
    {
        if (!waiting.IsAddingCompleted)
        {
            waiting.Add(task);
            return;
        }

        // While the service stops, what is under way ends on any thread.
        ThreadPool.UnsafeQueueUserWorkItem(
            static pair => pair.Self.TryExecuteTask(pair.Task),
            (Self: this, Task: task),
            preferLocal: false
        );
    }

    /// <inheritdoc />
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        current == this && !taskWasPreviouslyQueued && TryExecuteTask(task);

    /// <inheritdoc />
    protected override IEnumerable<Task> GetScheduledTasks() => [.. waiting];

    private void Work()
    {
        current = this;
        foreach (var task in waiting.GetConsumingEnumerable())
        {
            TryExecuteTask(task);
        }
    }
}
