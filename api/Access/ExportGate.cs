namespace OpenGov.Api.Access;

/// <summary>
/// The gate of exports: so many at once, and so many of one client. Who finds it closed is told to come back, unless
/// somebody inside keeps the others waiting by not taking what is sent: that one gives way.
/// </summary>
internal sealed class ExportGate(int most, int perClient)
{
    private readonly List<ExportPlace> places = [];

    /// <summary>How many go out at once.</summary>
    public int Most => most;

    /// <summary>How many of them to one client.</summary>
    public int PerClient => perClient;

    /// <summary>What is said to who finds it closed.</summary>
    public string Closed =>
        "An export takes the service more than an answer does, so at most "
        + $"{perClient} go to one client at once and {most} to all. Ask again in a few seconds.";

    /// <summary>The same in Spanish.</summary>
    public string ClosedInSpanish =>
        "Una exportación cuesta al servicio más que una respuesta, así que van a lo más "
        + $"{perClient} a un cliente a la vez y {most} en total. Pregunte de nuevo en unos segundos.";

    /// <summary>A place, until it is disposed; null when the gate is closed.</summary>
    /// <param name="client">Whose export it is.</param>
    /// <param name="letGo">Ends the export, when its place is needed or its client takes nothing.</param>
    public ExportPlace? TryEnter(Client client, Action letGo)
    {
        ExportPlace? idlest = null;
        ExportPlace place;
        lock (places)
        {
            var own = places.Where(taken => taken.Client == client.Id).ToList();
            var full =
                own.Count >= perClient ? own
                : places.Count >= most ? places
                : null;
            if (full is not null)
            {
                idlest = full.Where(taken => taken.Idle > ExportPlace.Courtesy).MaxBy(taken => taken.Idle);
                if (idlest is null)
                {
                    return null;
                }

                places.Remove(idlest);
            }

            place = new ExportPlace(client.Id, letGo, Leave);
            places.Add(place);
        }

        idlest?.LetGo();
        return place;
    }

    private void Leave(ExportPlace place)
    {
        lock (places)
        {
            places.Remove(place);
        }
    }
}

/// <summary>A place in the gate, and how its client keeps up with what is sent to it.</summary>
internal sealed class ExportPlace(string client, Action letGo, Action<ExportPlace> leave) : IDisposable
{
    /// <summary>So long a client may keep the service waiting while another wants its place.</summary>
    public static readonly TimeSpan Courtesy = TimeSpan.FromSeconds(5);

    /// <summary>So long it may take nothing at all, whoever waits.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>What is taken at this pace, in bytes a second, keeps nobody waiting.</summary>
    public const int Pace = 128 * 1024;

    private readonly Lock state = new();
    private TimeSpan waited;
    private long? waitingSince;

    /// <summary>Whose it is.</summary>
    public string Client => client;

    /// <summary>How long the service has waited for the client, less what it has taken since at its pace.</summary>
    public TimeSpan Idle
    {
        get
        {
            lock (state)
            {
                return waitingSince is { } since ? waited + TimeProvider.System.GetElapsedTime(since) : waited;
            }
        }
    }

    /// <summary>Waits until the client has taken some bytes; one that takes nothing is let go.</summary>
    public async Task TakenAsync(Task write, int bytes)
    {
        var since = TimeProvider.System.GetTimestamp();
        lock (state)
        {
            waitingSince = since;
        }

        try
        {
            await write.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            LetGo();
            await write;
        }
        finally
        {
            lock (state)
            {
                waitingSince = null;
                waited += TimeProvider.System.GetElapsedTime(since) - TimeSpan.FromSeconds((double)bytes / Pace);
                waited = waited < TimeSpan.Zero ? TimeSpan.Zero : waited;
            }
        }
    }

    /// <summary>Ends the export.</summary>
    public void LetGo() => letGo();

    /// <inheritdoc />
    public void Dispose() => leave(this);
}
