using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace OpenGov.Api.Data;

/// <summary>Where the data lives: the engine, the way to reach it, and the schema of its tables.</summary>
public sealed class Database
{
    private readonly string? replica;

    /// <summary>
    /// Reads <c>Database:Provider</c>, <c>ConnectionStrings:OpenGov</c> and, for SQLite, <c>Database:Folder</c>; for SQL
    /// Server also <c>ConnectionStrings:OpenGovReplica</c>, a copy for reads.
    /// </summary>
    public Database(IConfiguration configuration, IHostEnvironment environment, TimeProvider clock)
    {
        Dialect = Dialect.For(configuration["Database:Provider"]);
        Clock = clock;
        var configured = configuration.GetConnectionString("OpenGov");
        ConnectionString = Dialect is SqliteDialect
            ? SqliteConnectionString(configured, configuration["Database:Folder"], environment)
            : configured ?? throw new InvalidOperationException(
                "Database:Provider is SqlServer, so ConnectionStrings:OpenGov must say how to reach it.");
        if (Dialect is SqlServerDialect)
        {
            EntraAuthentication.Register(ConnectionString);
        }

        replica = configuration.GetConnectionString("OpenGovReplica") is { Length: > 0 } copy ? Dialect.ForReading(copy) : null;
        if (replica is not null && Dialect is SqliteDialect)
        {
            throw new InvalidOperationException("ConnectionStrings:OpenGovReplica is set, but SQLite has no copies to read from. Use it with Database:Provider=SqlServer.");
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

    internal string ConnectionString { get; }

    /// <summary>Opens a connection.</summary>
    public Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => Dialect.OpenAsync(ConnectionString, cancellationToken);

    /// <summary>Opens a connection to the copy that is only read.</summary>
    public Task<DbConnection> OpenReplicaAsync(CancellationToken cancellationToken) => Dialect.OpenAsync(replica!, cancellationToken);


    /// <summary>Lets one node at a time prepare the database.</summary>
    public Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken) => Dialect.LockAsync(ConnectionString, cancellationToken);

    private static string SqliteConnectionString(string? configured, string? folder, IHostEnvironment environment)
    {
        var builder = new SqliteConnectionStringBuilder(configured);
        if (string.IsNullOrEmpty(builder.DataSource))
        {
            builder.DataSource = Path.Combine(folder ?? DefaultFolder(environment), "opengov.db");
        }

        if (Path.GetDirectoryName(Path.GetFullPath(builder.DataSource)) is { } directory)
        {
            Directory.CreateDirectory(directory);
        }

        builder.ForeignKeys = true;
        builder.Pooling = true;
        builder.DefaultTimeout = 30;
        return builder.ToString();
    }

    /// <summary>In a checkout, from wherever in it, the git-ignored <c>data</c> folder beside the solution; elsewhere one beside the service.</summary>
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
