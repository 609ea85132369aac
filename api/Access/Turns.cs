namespace OpenGov.Api.Access;

/// <summary>
/// So many may work at once, and so many of one client. The others wait in the order in which they came, but one client's
/// line never keeps another client waiting.
/// </summary>
/// <param name="most">How many work at once.</param>
/// <param name="perClient">How many of them for one client.</param>
/// <param name="mostWaiting">How many may wait; half of them for one client.</param>
internal sealed class Turns(int most, int perClient, int mostWaiting)
{
    private readonly LinkedList<Waiting> line = [];
    private readonly Dictionary<string, Known> clients = [];
    private int working;

    /// <summary>
    /// A turn, when it comes; null when too many wait. It ends when it is disposed. What others come to wait for as well
    /// (<paramref name="shared"/>) no longer stands in its client's own line.
    /// </summary>
    public async Task<IDisposable?> EnterAsync(Client client, Task shared, CancellationToken leaving)
    {
        Waiting waiting;
        lock (line)
        {
            var known = KnownOf(client);
            if (working < most && known.Working < perClient && line.Count == 0)
            {
                return Begin(known);
            }

            if (line.Count >= mostWaiting || known.Waiting >= mostWaiting / 2)
            {
                ForgetIfIdle(known);
                return null;
            }

            known.Waiting++;
            waiting = new Waiting(known);
            waiting.Place = line.AddLast(waiting);
            Admit();
        }

        using var left = leaving.Register(() => Leave(waiting));
        if (!waiting.Turn.Task.IsCompleted && await Task.WhenAny(waiting.Turn.Task, shared) == shared)
        {
            lock (line)
            {
                waiting.IsShared = true;
                Admit();
            }
        }

        return await waiting.Turn.Task;
    }

    private Turn Begin(Known known)
    {
        working++;
        known.Working++;
        return new Turn(this, known);
    }

    private void Admit()
    {
        for (var place = line.First; place is not null && working < most; )
        {
            var (waiting, next) = (place.Value, place.Next);
            if (waiting.IsShared || waiting.Client.Working < perClient)
            {
                line.Remove(place);
                waiting.Client.Waiting--;
                waiting.Turn.SetResult(Begin(waiting.Client));
            }

            place = next;
        }
    }

    private void Leave(Waiting waiting)
    {
        lock (line)
        {
            if (waiting.Place?.List is not null)
            {
                line.Remove(waiting.Place);
                waiting.Client.Waiting--;
                ForgetIfIdle(waiting.Client);
                waiting.Turn.SetCanceled();
            }
        }
    }

    private void End(Known known)
    {
        lock (line)
        {
            working--;
            known.Working--;
            ForgetIfIdle(known);
            Admit();
        }
    }

    private Known KnownOf(Client client)
    {
        if (!clients.TryGetValue(client.Id, out var known))
        {
            clients[client.Id] = known = new Known(client.Id);
        }

        return known;
    }

    private void ForgetIfIdle(Known known)
    {
        if (known is { Working: 0, Waiting: 0 })
        {
            clients.Remove(known.Id);
        }
    }

    private sealed class Known(string id)
    {
        public string Id => id;

        public int Working { get; set; }

        public int Waiting { get; set; }
    }

    private sealed class Waiting(Known client)
    {
        public Known Client => client;

        public bool IsShared { get; set; }

        public LinkedListNode<Waiting>? Place { get; set; }

        public TaskCompletionSource<IDisposable?> Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Turn(Turns turns, Known known) : IDisposable
    {
        private int ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref ended, 1) == 0)
            {
                turns.End(known);
            }
        }
    }
}

/// <summary>The turns of those who compute answers: as many as there are threads to read on, half of them for one client.</summary>
internal sealed class ReadTurns(int most)
{
    /// <summary>Questions that may wait; half of them of one client.</summary>
    private const int MostWaiting = 4000;

    private readonly Turns turns = new(most, Math.Max(1, most / 2), MostWaiting);

    /// <inheritdoc cref="Turns.EnterAsync" />
    public Task<IDisposable?> EnterAsync(Client client, Task shared, CancellationToken leaving) =>
        turns.EnterAsync(client, shared, leaving);
}
