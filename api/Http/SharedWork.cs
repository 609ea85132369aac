using System.Diagnostics.CodeAnalysis;
using OpenGov.Api.Access;

namespace OpenGov.Api.Http;

/// <summary>
/// Work that several may wait for at once and that belongs to none of them: it is done once, it goes on while anybody
/// waits for it, and it is cancelled when the last one has left.
/// </summary>
/// <typeparam name="T">What the work gives.</typeparam>
internal sealed class SharedWork<T>
{
    private readonly Dictionary<string, Piece> pieces = [];

    /// <summary>Waits for the work of that name, which is begun when nobody does it yet.</summary>
    /// <param name="name">Tells one piece of work from another.</param>
    /// <param name="client">Who waits.</param>
    /// <param name="work">The work. It must not depend on anything that ends with the one who began it.</param>
    /// <param name="leaving">The one who waits leaves; the work goes on for the others.</param>
    public async Task<T> DoAsync(string name, Client client, Func<Piece, Task<T>> work, CancellationToken leaving)
    {
        var (piece, isNew) = Join(name, client);
        if (isNew)
        {
            // Nothing of the request that began it flows into the work.
            using (ExecutionContext.SuppressFlow())
            {
                _ = RunAsync(piece, work);
            }
        }

        try
        {
            return await piece.Result.Task.WaitAsync(leaving);
        }
        finally
        {
            Leave(piece);
        }
    }

    private (Piece Piece, bool IsNew) Join(string name, Client client)
    {
        Piece? piece;
        lock (pieces)
        {
            if (!pieces.TryGetValue(name, out piece))
            {
                pieces[name] = piece = new Piece(name, client);
                return (piece, true);
            }

            piece.Waiting++;
        }

        if (piece.Client != client)
        {
            piece.Share();
        }

        return (piece, false);
    }

    private void Leave(Piece piece)
    {
        lock (pieces)
        {
            if (--piece.Waiting > 0)
            {
                return;
            }

            Forget(piece);
        }

        piece.End();
    }

    private async Task RunAsync(Piece piece, Func<Piece, Task<T>> work)
    {
        try
        {
            piece.Result.TrySetResult(await work(piece));
        }
        catch (OperationCanceledException) when (piece.Token.IsCancellationRequested)
        {
            piece.Result.TrySetCanceled(piece.Token);
        }
        catch (Exception error)
        {
            piece.Result.TrySetException(error);

            // Whoever waited sees it; when all have left, nobody must.
            _ = piece.Result.Task.Exception;
        }

        lock (pieces)
        {
            Forget(piece);
        }
    }

    private void Forget(Piece piece)
    {
        if (pieces.GetValueOrDefault(piece.Name) == piece)
        {
            pieces.Remove(piece.Name);
        }
    }

    /// <summary>A piece of work under way.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="client">Who began it.</param>
    [SuppressMessage(
        "Design",
        "CA1001",
        Justification = "The source has no timer and no handle; whoever leaves last may still cancel it when the work is done."
    )]
    internal sealed class Piece(string name, Client client)
    {
        private readonly CancellationTokenSource nobodyWaits = new();
        private readonly TaskCompletionSource shared = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => name;

        public Client Client => client;

        /// <summary>How many wait; the table's lock guards it.</summary>
        public int Waiting { get; set; } = 1;

        /// <summary>Cancelled when nobody waits any more.</summary>
        public CancellationToken Token => nobodyWaits.Token;

        /// <summary>Completes when somebody else waits too: from then on it is not the work of one client.</summary>
        public Task Shared => shared.Task;

        public TaskCompletionSource<T> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Share() => shared.TrySetResult();

        /// <summary>Stops the work, if it is not done; whoever leaves does not wait for what ends with it.</summary>
        public void End()
        {
            if (!Result.Task.IsCompleted)
            {
                _ = nobodyWaits.CancelAsync();
            }
        }
    }
}
