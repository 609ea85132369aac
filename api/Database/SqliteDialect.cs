using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OpenGov.Api.Database;

/// <summary>SQLite: one file, write-ahead log, foreign keys on.</summary>
public sealed class SqliteDialect : Dialect
{
    /// <summary>
    /// Settles, before the first connection of the process, that SQLite does not count what it allocates (nobody asks, and to count takes
    /// one lock for all connections), and that pages by which a part of a transaction can be given up are kept in memory: a write changes
    /// some thirty, and each went into a file of its own, made and removed with every transaction. All of them are kept there: SQLite moves
    /// more than 128 KB of them into a file as one piece, of which it writes nothing, and says that the disk is full.
    /// </summary>
    public static void Configure()
    {
        const int StatementJournalSpill = 26;
        const int Always = -1;
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
        _ = raw.sqlite3_config(StatementJournalSpill, Always);
    }

    /// <summary>
    /// Plans of a connection's statements follow from their texts alone. SQLite would look at each value of a LIKE, and of some other
    /// conditions, whether another plan were better, and for that prepare the statement anew each time that it runs with another one.
    /// </summary>
    public static void KeepPlans(SqliteConnection connection)
    {
        const int PlansAreStable = 1007;
        _ = raw.sqlite3_db_config(connection.Handle, PlansAreStable, 1, out _);
    }

    /// <inheritdoc />
    public override string Name => "Sqlite";

    /// <inheritdoc />
    public override string Take => "LIMIT @Take";

    /// <inheritdoc />
    public override string First => "LIMIT 1";

    /// <inheritdoc />
    public override string Ordinal => "";

    /// <inheritdoc />
    public override string HasVersions => "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'VersionInfo'";

    /// <summary>SQLite looks every parameter up by name among all of them.</summary>
    public override int RowsInStatement => 1;

    /// <summary>To keep a transaction takes as long as to write several small changes.</summary>
    public override int ChangesTogether => 32;

    /// <inheritdoc />
    public override string LastOfMonth(string date) => $"date({date}, 'start of month', '+1 month', '-1 day')";

    /// <inheritdoc />
    public override string DaysBefore(string date, int days) => $"date({date}, '-{days} days')";

    /// <inheritdoc />
    public override string WholeNumber(string text) => $"CAST({text} AS INTEGER)";

    /// <summary>SQLite makes of 29 February a 1 March.</summary>
    public override string YearBefore(string date) =>
        $"MIN(date({date}, '-1 year'), date({date}, 'start of month', '+1 month', '-1 year', '-1 day'))";

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
    public override DbTransaction BeginRead(DbConnection connection) => connection.BeginTransaction();

    /// <inheritdoc />
    public override void Interrupt(DbConnection connection) => ((KeptConnection)connection).Interrupt();

    /// <inheritdoc />
    public override DbTransaction BeginWrite(DbConnection connection) => ((KeptConnection)connection).BeginWrite();

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
