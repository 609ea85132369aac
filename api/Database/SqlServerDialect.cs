using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.SqlClient;

namespace OpenGov.Api.Database;

/// <summary>SQL Server and Azure SQL through Microsoft.Data.SqlClient.</summary>
public sealed class SqlServerDialect : Dialect
{
    /// <summary>Waits up to ten minutes for the lock that <see cref="LockAsync"/> holds.</summary>
    internal const string Lock =
        "EXEC sp_getapplock @Resource = 'opengov_prepare', @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = 600000";

    internal const string HasSnapshots = "SELECT COUNT(*) FROM sys.databases WHERE name = DB_NAME() AND snapshot_isolation_state = 1";

    internal const string AllowSnapshots = "ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON";

    /// <summary>
    /// The errors that SqlClient documents as passing: no lock or memory to be had, a deadlock, a database that is
    /// failing over or scaling, a connection that broke (which carries the number 0 on some systems). All attempts together
    /// are done within a second: whoever asks waits two at most.
    /// </summary>
    private static readonly SqlRetryLogicBaseProvider Repeats = SqlConfigurableRetryFactory.CreateExponentialRetryProvider(
        new SqlRetryLogicOption
        {
            NumberOfTries = 5,
            DeltaTime = TimeSpan.FromMilliseconds(50),
            MaxTimeInterval = TimeSpan.FromMilliseconds(400),
            TransientErrors =
            [
                0,
                64,
                233,
                997,
                1204,
                1205,
                1222,
                4060,
                4221,
                10053,
                10054,
                10060,
                10928,
                10929,
                40143,
                40197,
                40501,
                40540,
                40613,
                42108,
                42109,
                49918,
                49919,
                49920,
            ],
        }
    );

    /// <inheritdoc />
    public override string Name => "SqlServer";

    /// <inheritdoc />
    public override string Take => "OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY";

    /// <inheritdoc />
    public override string First => "OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY";

    /// <inheritdoc />
    public override string Ordinal => " COLLATE Latin1_General_BIN2";

    /// <inheritdoc />
    public override string HasVersions => "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = 'VersionInfo'";

    /// <summary>SQL Server takes 2,100 parameters.</summary>
    public override int RowsInStatement => 500;

    /// <summary>A failure there may end all of a transaction, whatever was saved within.</summary>
    public override int ChangesTogether => 1;

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
                "The database does not allow snapshot isolation, by which readers never wait for a writer, and this login may not "
                    + $"change that. Run once, as its owner: ALTER DATABASE [{connection.Database}] SET ALLOW_SNAPSHOT_ISOLATION ON",
                error
            );
        }
    }

    /// <inheritdoc />
    public override string LastOfMonth(string date) => $"EOMONTH({date})";

    /// <inheritdoc />
    public override string DaysBefore(string date, int days) => $"DATEADD(day, -{days}, {date})";

    /// <inheritdoc />
    public override string WholeNumber(string text) => $"TRY_CAST({text} AS BIGINT)";

    /// <inheritdoc />
    public override string YearBefore(string date) => $"DATEADD(year, -1, {date})";

    /// <inheritdoc />
    public override Task<T> RepeatAsync<T>(Func<Task<T>> attempt, CancellationToken cancellationToken) =>
        Repeats.ExecuteAsync(this, attempt, cancellationToken);

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
