using System.Data.Common;

namespace OpenGov.Api.Database;

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

    /// <summary>Written after ORDER BY; takes the first row.</summary>
    public abstract string First { get; }

    /// <summary>Written after a text column in ORDER BY to sort by code point, as files are compared.</summary>
    public abstract string Ordinal { get; }

    /// <summary>Counts the table of the migrations that have run: 1, or 0 in a new database.</summary>
    public abstract string HasVersions { get; }

    /// <summary>How many rows of three values an INSERT should carry: as few as its binding is slow, as many as a round trip is.</summary>
    public abstract int RowsInStatement { get; }

    /// <summary>How many changes may share a transaction, each of which can be given up alone.</summary>
    public abstract int ChangesTogether { get; }

    /// <summary>The last day of the month of a date.</summary>
    public abstract string LastOfMonth(string date);

    /// <summary>Some days before a date.</summary>
    public abstract string DaysBefore(string date, int days);

    /// <summary>The same day of the year before; of 29 February the 28th.</summary>
    public abstract string YearBefore(string date);

    /// <summary>The whole number that a text is; of another text null, or the number that it begins with.</summary>
    public abstract string WholeNumber(string text);

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

    /// <summary>
    /// Stops the statement that the connection runs, if it runs one; an engine whose commands are cancelled by their token needs
    /// nothing more.
    /// </summary>
    public virtual void Interrupt(DbConnection connection) { }

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
    public static Dialect For(DatabaseProvider provider) =>
        provider is DatabaseProvider.Sqlite ? new SqliteDialect() : new SqlServerDialect();
}
