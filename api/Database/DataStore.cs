using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace OpenGov.Api.Database;

/// <summary>Where the data lives: the engine, the way to reach it, and the schema of its tables.</summary>
public sealed class DataStore : IDisposable
{
    /// <summary>A damaged file fails every request: its failure is written once in so many milliseconds.</summary>
    private const int Remembered = 30_000;

    private readonly ILogger<DataStore> logger;
    private readonly int patience;
    private readonly string server = "";
    private readonly string? replica;
    private readonly SqliteFile? file;
    private readonly Outage? outage;
    private readonly Outage? replicaOutage;
    private volatile bool isStarting;
    private volatile bool isServing;
    private long damagedAt = long.MinValue;
    private (string Detail, long At) told = ("", long.MinValue);

    /// <summary>Says where the database is that the settings name; nothing is looked for yet.</summary>
    public DataStore(Settings settings, IHostEnvironment environment, TimeProvider clock, ILogger<DataStore> logger)
    {
        Dialect = Dialect.For(settings.Database.Provider);
        Clock = clock;
        this.logger = logger;
        patience = settings.Database.WaitSeconds;
        if (Dialect is SqliteDialect)
        {
            file = new SqliteFile(settings.ConnectionStrings.OpenGov, settings.Database.Folder ?? DefaultFolder(environment));
            Folder = Path.GetDirectoryName(Path.GetFullPath(file.Name))!;
            Place = $"the database {file.Name}";
            return;
        }

        Folder = settings.Database.Folder ?? DefaultFolder(environment);
        // After a failure the pool would refuse to connect for a while, also when the server is back.
        var given = new SqlConnectionStringBuilder(settings.ConnectionStrings.OpenGov)
        {
            PoolBlockingPeriod = PoolBlockingPeriod.NeverBlock,
        };
        server = given.ToString();
        EntraAuthentication.Register(ConnectionString);
        Place = $"SQL Server '{ConnectionStringRules.Server(ConnectionString)}' (ConnectionStrings:OpenGov)";
        outage = new Outage(Place, token => Dialect.OpenAsync(ConnectionString, token), clock, logger);
        if (settings.ConnectionStrings.OpenGovReplica is { } copy)
        {
            replica = Dialect.ForReading(copy);
            var place = $"SQL Server '{ConnectionStringRules.Server(replica)}' (ConnectionStrings:OpenGovReplica)";
            replicaOutage = new Outage(place, token => Dialect.OpenAsync(replica, token), clock, logger);
        }
    }

    /// <summary>What differs between the engines.</summary>
    public Dialect Dialect { get; }

    /// <summary>The clock that dates every change.</summary>
    public TimeProvider Clock { get; }

    /// <summary>The day, in UTC, on which lateness is judged.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    /// <summary>Whether reads go to a copy that may lag behind.</summary>
    public bool HasReplica => replica is not null;

    /// <summary>The database for messages: a file or a server, and no secret.</summary>
    public string Place { get; }

    /// <summary>The folder for what this node keeps: that of the embedded database, else the one where it would be.</summary>
    public string Folder { get; }

    /// <summary>Whether it can only be read.</summary>
    public bool IsReadOnly => file is { IsReadOnly: true };

    /// <summary>Whether there is no room left for a change where the embedded database lies.</summary>
    public bool IsDiskFull => file is { IsReadOnly: false, IsDiskFull: true };

    /// <summary>How often another file has been put in the place of the one that was served; answers of one are none of another.</summary>
    public int Generation => file?.Generation ?? 0;

    internal string ConnectionString => file?.ConnectionString ?? server;

    /// <summary>Opens a connection.</summary>
    /// <exception cref="DatabaseUnavailableException">There is no database, or it does not answer in time.</exception>
    public Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        Look();
        return isServing && outage is not null
            ? outage.OpenAsync(cancellationToken)
            : Dialect.OpenAsync(ConnectionString, cancellationToken);
    }

    /// <summary>
    /// Opens a connection that writes. Of the embedded database there is one, and who wants it stands in line until it is disposed: SQLite
    /// itself lets who waits for its lock try again and again.
    /// </summary>
    /// <exception cref="DatabaseUnavailableException">There is no database, or it does not answer in time.</exception>
    public async Task<DbConnection> OpenWriterAsync(CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return await OpenAsync(cancellationToken);
        }

        Look();
        return await file.OpenWriterAsync(cancellationToken);
    }

    /// <summary>Opens a connection that only reads.</summary>
    /// <exception cref="DatabaseUnavailableException">There is no database, or it does not answer in time.</exception>
    public async Task<DbConnection> OpenReaderAsync(CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return await OpenAsync(cancellationToken);
        }

        Look();
        return await file.OpenReaderAsync(cancellationToken);
    }

    /// <summary>Opens a connection to the copy that is only read.</summary>
    public Task<DbConnection> OpenReplicaAsync(CancellationToken cancellationToken)
    {
        Look();
        return replicaOutage!.OpenAsync(cancellationToken);
    }

    /// <summary>Opens a connection and asks something short, both within the time that a request may wait.</summary>
    public async Task<T> AskAsync<T>(Func<DbConnection, Task<T>> ask, CancellationToken cancellationToken)
    {
        Look();
        return isServing && outage is not null
            ? await outage.WithinAsync(AnswerAsync, cancellationToken)
            : await Dialect.RepeatAsync(() => AnswerAsync(cancellationToken), cancellationToken);

        async Task<T> AnswerAsync(CancellationToken token)
        {
            await using var connection = await Dialect.OpenAsync(ConnectionString, token);
            return await ask(connection);
        }
    }

    /// <summary>Makes the file where there is none. The database of a server is made by whoever runs that.</summary>
    /// <exception cref="StartException">It cannot be made, or neither written nor read.</exception>
    public void Make() => file?.Make();

    /// <summary>Finds the file, and makes none.</summary>
    /// <exception cref="StartException">There is none.</exception>
    public void Find() => file?.Find();

    /// <summary>Looks whether the file is still the one that is served; a server looks after itself.</summary>
    /// <exception cref="DatabaseUnavailableException">There is none, or it is not served yet.</exception>
    public void Look()
    {
        if (isStarting)
        {
            throw new DatabaseUnavailableException("The service is starting, and its database is not ready yet.");
        }

        file?.Look();
    }

    /// <summary>From now on clients are refused, until it is served: another store prepares the database meanwhile.</summary>
    public void BeginStarting() => isStarting = true;

    /// <summary>From now on clients wait: an outage is answered, not waited for.</summary>
    public void BeginServing()
    {
        file?.Find();
        file?.Look();
        file?.Watch();
        isServing = true;
        isStarting = false;
    }

    /// <summary>Why the database cannot be asked, for clients, when that is why something failed. The log is told more.</summary>
    public string? WhyUnavailable(Exception error)
    {
        if (Unavailable.Reason(error) is not { } reason)
        {
            return null;
        }

        if (file is not null && !isStarting)
        {
            if (Unavailable.IsDamage(error))
            {
                Volatile.Write(ref damagedAt, Environment.TickCount64);
                file.Distrust();
            }

            TellLog(Unavailable.Detail(error));
        }

        return reason;
    }

    /// <summary>Asks the database how it is.</summary>
    /// <exception cref="DatabaseUnavailableException">It is not well.</exception>
    public async Task TryAsync(CancellationToken cancellationToken)
    {
        if (file is not null)
        {
            var at = Volatile.Read(ref damagedAt);
            var isFresh = at != long.MinValue && Environment.TickCount64 - at < Remembered;
            if (isFresh && !await file.IsWholeAsync(cancellationToken))
            {
                throw new DatabaseUnavailableException(Unavailable.NotRead, detail: "The file is damaged.");
            }

            await file.TryAsync(cancellationToken);
        }
    }

    /// <summary>Looks at the file before it is served.</summary>
    /// <exception cref="StartException">It is damaged.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (file is not null && !await file.IsWholeAsync(cancellationToken))
        {
            throw new StartException($"{file.Name} is damaged. Put a backup in its place (docs/operations/backup.md).");
        }
    }

    /// <summary>Waits for a server that does not answer yet, as long as <c>Database:WaitSeconds</c> says.</summary>
    /// <exception cref="StartException">It has not answered.</exception>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (Dialect is SqliteDialect)
        {
            return;
        }

        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        waiting.CancelAfter(TimeSpan.FromSeconds(Math.Max(patience, 2)));
        Exception? failed = null;
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var trying = CancellationTokenSource.CreateLinkedTokenSource(waiting.Token);
                trying.CancelAfter(SaidAfter(attempt));
                await using var connection = await Outage.AsideAsync(token => Dialect.OpenAsync(ConnectionString, token), trying.Token);
                return;
            }
            catch (Exception error)
                when (error is DbException or InvalidOperationException or OperationCanceledException
                    && !cancellationToken.IsCancellationRequested
                )
            {
                failed = error is OperationCanceledException ? failed : error;
            }

            if (patience == 0 || waiting.IsCancellationRequested)
            {
                throw new StartException(
                    $"{Place} does not answer{Because(failed)}."
                        + $" Database:WaitSeconds is {patience}; give a server that answers, or more time.",
                    failed
                );
            }

            if (attempt == 0)
            {
                logger.LogWarning(
                    "Waiting for {Place}, up to {Seconds} seconds (Database:WaitSeconds){Reason}",
                    Place,
                    patience,
                    Because(failed)
                );
            }

            await Task.Delay(TimeSpan.FromSeconds(1), waiting.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Lets one node at a time prepare the database. What can only be read needs no turn.</summary>
    public Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken) =>
        IsReadOnly
            ? Task.FromResult<IAsyncDisposable>(Stream.Null)
            : Dialect.LockAsync(file?.LockFile ?? ConnectionString, cancellationToken);

    /// <inheritdoc />
    public void Dispose()
    {
        outage?.Dispose();
        replicaOutage?.Dispose();
        file?.Dispose();
    }

    private void TellLog(string detail)
    {
        var (last, at) = told;
        if (detail != last || Environment.TickCount64 - at > Remembered)
        {
            told = (detail, Environment.TickCount64);
            logger.LogError("{Place} cannot be asked: {Detail}", Place, detail);
        }
    }

    /// <summary>The first attempt is short, so that the log soon says what is waited for.</summary>
    private static TimeSpan SaidAfter(int attempt) => TimeSpan.FromSeconds(attempt == 0 ? 2 : 30);

    private static string Because(Exception? error) =>
        error is SqlException sql ? $": {sql.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ')}" : "";

    /// <summary>
    /// In a checkout, from wherever in it, the git-ignored <c>data</c> folder beside the solution; elsewhere one beside the service.
    /// </summary>
    private static string DefaultFolder(IHostEnvironment environment)
    {
        var place = new DirectoryInfo(environment.ContentRootPath);
        while (place is not null && !File.Exists(Path.Combine(place.FullName, "OpenGov.Api.sln")))
        {
            place = place.Parent;
        }

        return Path.Combine(place?.FullName ?? environment.ContentRootPath, "data");
    }
}
