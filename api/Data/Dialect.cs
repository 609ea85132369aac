using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace OpenGov.Api.Data;

/// <summary>
/// The few places where SQLite and SQL Server spell the same thing differently. Everything else in the
/// repositories is one text that both engines run; a new member here needs a line in docs/decisions.
/// </summary>
public abstract class Dialect
{
    /// <summary>Name of the provider as configuration spells it.</summary>
    public abstract string Name { get; }

    /// <summary>Written after ORDER BY; takes the first @Take rows.</summary>
    public abstract string Take { get; }

    /// <summary>Written after a text column in ORDER BY to sort by code point, as files are compared.</summary>
    public abstract string Ordinal { get; }

    /// <summary>Counts the table of the migrations that have run: 1, or 0 in a new database.</summary>
    public abstract string HasVersions { get; }

    /// <summary>How many rows of three values an INSERT should carry: as few as its binding is slow, as many as a round trip is.</summary>
    public abstract int RowsInStatement { get; }

    /// <summary>Opens a connection ready for use.</summary>
    public abstract Task<DbConnection> OpenAsync(string connectionString, CancellationToken cancellationToken);

    /// <summary>What the engine needs before the first migration.</summary>
    public abstract Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>
    /// Does something, again and a little later when the engine says that it failed for a passing reason. Only for
    /// what is safe to repeat: opening, reading, and whatever a lost transaction has undone. Never a commit.
    /// </summary>
    public virtual Task<T> RepeatAsync<T>(Func<Task<T>> attempt, CancellationToken cancellationToken) => attempt();

    /// <summary>The connection string by which a copy is read, when there is one.</summary>
    public virtual string ForReading(string connectionString) => connectionString;

    /// <summary>Stops the statement that the connection runs, if it runs one; an engine whose commands are cancelled by their token needs nothing more.</summary>
    public virtual void Interrupt(DbConnection connection)
    {
    }

    /// <summary>Begins a transaction that sees one state of the data and blocks no writer.</summary>
    public abstract DbTransaction BeginRead(DbConnection connection);

    /// <summary>Begins a transaction that writes. Writers take turns: each holds the row of <c>data_version</c>.</summary>
    public abstract DbTransaction BeginWrite(DbConnection connection);

    /// <summary>Waits for the one lock that nodes take to prepare the database, and holds it until it is disposed.</summary>
    /// <param name="place">The connection string; for SQLite the file to lock.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public abstract Task<IAsyncDisposable> LockAsync(string place, CancellationToken cancellationToken);

    /// <summary>The form in which a value is bound so that it compares as the column does.</summary>
    public virtual object? Bind(object? value) => value;

    /// <summary>The dialect that <c>Database:Provider</c> names.</summary>
    public static Dialect For(DatabaseProvider provider) => provider is DatabaseProvider.Sqlite ? new SqliteDialect() : new SqlServerDialect();
}

/// <summary>SQLite: one file, write-ahead log, foreign keys on.</summary>
public sealed class SqliteDialect : Dialect
{
    /// <inheritdoc />
    public override string Name => "Sqlite";

    /// <inheritdoc />
    public override string Take => "LIMIT @Take";

    /// <inheritdoc />
    public override string Ordinal => "";

    /// <inheritdoc />
    public override string HasVersions => "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'VersionInfo'";

    /// <summary>SQLite looks every parameter up by name among all of them.</summary>
    public override int RowsInStatement => 1;

    /// <inheritdoc />
    public override async Task<DbConnection> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    /// <summary>A write-ahead log lets readers and the writer work at once.</summary>
    public override async Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override DbTransaction BeginRead(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    /// <inheritdoc />
    public override void Interrupt(DbConnection connection) => SQLitePCL.raw.sqlite3_interrupt(((SqliteConnection)connection).Handle);

    /// <summary>Writes with room for the pages that an import goes back to.</summary>
    public override DbTransaction BeginWrite(DbConnection connection)
    {
        using var room = connection.CreateCommand();
        room.CommandText = "PRAGMA cache_size = -65536";
        room.ExecuteNonQuery();
        return ((SqliteConnection)connection).BeginTransaction(deferred: false);
    }

    /// <summary>
    /// A file beside the database, which the operating system gives to one process at a time. It stays: who deletes a file that
    /// another waits for lets a third take a new one.
    /// </summary>
    public override async Task<IAsyncDisposable> LockAsync(string place, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(place, OwnerOnly.Options(FileMode.OpenOrCreate, FileShare.None));
            }
            catch (IOException error) when (error.HResult == FileErrors.InUse)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
            }
        }
    }

    /// <summary>A decimal would be bound as text, which an expression without affinity never equals.</summary>
    public override object? Bind(object? value) => value is decimal number ? (double)number : value;
}

/// <summary>SQL Server and Azure SQL through Microsoft.Data.SqlClient.</summary>
public sealed class SqlServerDialect : Dialect
{
    /// <summary>Waits up to ten minutes for the lock that <see cref="LockAsync"/> holds.</summary>
    internal const string Lock = "EXEC sp_getapplock @Resource = 'opengov_prepare', @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = 600000";

    internal const string HasSnapshots = "SELECT COUNT(*) FROM sys.databases WHERE name = DB_NAME() AND snapshot_isolation_state = 1";

    internal const string AllowSnapshots = "ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON";

    /// <summary>
    /// The errors that SqlClient documents as passing: no lock or memory to be had, a deadlock, a database that is
    /// failing over or scaling, a connection that broke (which carries the number 0 on some systems). All attempts together
    /// are done within a second: whoever asks waits two at most.
    /// </summary>
    private static readonly SqlRetryLogicBaseProvider Repeats = SqlConfigurableRetryFactory.CreateExponentialRetryProvider(new SqlRetryLogicOption
    {
        NumberOfTries = 5,
        DeltaTime = TimeSpan.FromMilliseconds(50),
        MaxTimeInterval = TimeSpan.FromMilliseconds(400),
        TransientErrors =
        [
            0, 64, 233, 997, 1204, 1205, 1222, 4060, 4221, 10053, 10054, 10060, 10928, 10929, 40143, 40197, 40501, 40540, 40613, 42108, 42109, 49918, 49919, 49920,
        ],
    });

    /// <inheritdoc />
    public override string Name => "SqlServer";

    /// <inheritdoc />
    public override string Take => "OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY";

    /// <inheritdoc />
    public override string Ordinal => " COLLATE Latin1_General_BIN2";

    /// <inheritdoc />
    public override string HasVersions => "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = 'VersionInfo'";

    /// <summary>SQL Server takes 2,100 parameters.</summary>
    public override int RowsInStatement => 500;

    /// <inheritdoc />
    public override async Task<DbConnection> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    /// <summary>Snapshot isolation is a setting of the database; who may not change it is told what to run.</summary>
    public override async Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = HasSnapshots;
        if (Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) == 1)
        {
            return;
        }

        try
        {
            command.CommandText = AllowSnapshots;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (SqlException error)
        {
            throw new InvalidOperationException(
                $"The database does not allow snapshot isolation, by which readers never wait for a writer, and this login may not change that. Run once, as its owner: ALTER DATABASE [{connection.Database}] SET ALLOW_SNAPSHOT_ISOLATION ON",
                error);
        }
    }

    /// <inheritdoc />
    public override Task<T> RepeatAsync<T>(Func<Task<T>> attempt, CancellationToken cancellationToken) => Repeats.ExecuteAsync(this, attempt, cancellationToken);

    /// <inheritdoc />
    public override string ForReading(string connectionString) =>
        new SqlConnectionStringBuilder(connectionString) { ApplicationIntent = ApplicationIntent.ReadOnly }.ToString();

    /// <inheritdoc />
    public override DbTransaction BeginRead(DbConnection connection) => connection.BeginTransaction(IsolationLevel.Snapshot);

    /// <inheritdoc />
    public override DbTransaction BeginWrite(DbConnection connection) => connection.BeginTransaction(IsolationLevel.ReadCommitted);

    /// <summary>An application lock of the session, which ends with its connection; from a pool that would live on.</summary>
    public override async Task<IAsyncDisposable> LockAsync(string place, CancellationToken cancellationToken)
    {
        var unpooled = new SqlConnectionStringBuilder(place) { Pooling = false }.ToString();
        var connection = await RepeatAsync(() => OpenAsync(unpooled, cancellationToken), cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = Lock;
        command.CommandTimeout = 610;
        await command.ExecuteNonQueryAsync(cancellationToken);
        return connection;
    }
}
