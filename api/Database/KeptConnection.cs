using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OpenGov.Api.Database;

/// <summary>A connection to the embedded database that keeps its statements prepared. Disposed, it goes back to the others.</summary>
/// <param name="inner">The connection of the driver.</param>
/// <param name="others">Where it goes back to.</param>
/// <param name="generation">Of which file it is.</param>
internal sealed class KeptConnection(SqliteConnection inner, KeptConnections others, int generation) : DbConnection
{
    /// <summary>So many statements stay prepared; then the one that was not used for longest is let go.</summary>
    private const int MostStatements = 64;

    private readonly Dictionary<string, LinkedListNode<KeptStatement>> prepared = new(StringComparer.Ordinal);
    private readonly LinkedList<KeptStatement> byUse = new();

    /// <summary>Of which file it is.</summary>
    public int Generation => generation;

    /// <summary>Whether it is in no transaction, so that the next reader finds it as the last one did.</summary>
    public bool IsClean => inner.State == ConnectionState.Open && raw.sqlite3_get_autocommit(inner.Handle) != 0;

    /// <inheritdoc />
    [AllowNull]
    public override string ConnectionString
    {
        get => inner.ConnectionString;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    public override string Database => inner.Database;

    /// <inheritdoc />
    public override string DataSource => inner.DataSource;

    /// <inheritdoc />
    public override string ServerVersion => inner.ServerVersion;

    /// <inheritdoc />
    public override ConnectionState State => inner.State;

    /// <summary>Ends the statement that runs.</summary>
    public void Interrupt() => raw.sqlite3_interrupt(inner.Handle);

    /// <summary>Ends the statement that runs, where that only reads: what writes is ended by its transaction.</summary>
    public void Cancel()
    {
        if (!others.Write)
        {
            Interrupt();
        }
    }

    /// <summary>Begins to write.</summary>
    public DbTransaction BeginWrite()
    {
        Run("BEGIN IMMEDIATE");
        return new Transaction(this);
    }

    /// <summary>Closes it for good.</summary>
    public void End()
    {
        foreach (var statement in byUse)
        {
            statement.Command.Dispose();
        }

        prepared.Clear();
        byUse.Clear();
        inner.Dispose();
    }

    /// <inheritdoc />
    public override void Open() { }

    /// <inheritdoc />
    public override void Close() { }

    /// <inheritdoc />
    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    /// <summary>A statement, prepared once it has run.</summary>
    public KeptStatement Prepared(string sql)
    {
        if (prepared.TryGetValue(sql, out var node))
        {
            byUse.Remove(node);
            byUse.AddFirst(node);
            return node.Value;
        }

        if (prepared.Count == MostStatements)
        {
            var oldest = byUse.Last!.Value;
            byUse.RemoveLast();
            prepared.Remove(oldest.Sql);
            oldest.Command.Dispose();
        }

        var statement = new KeptStatement(sql, new SqliteCommand(sql, inner));
        prepared[sql] = byUse.AddFirst(statement);
        return statement;
    }

    /// <summary>Runs a statement that gives nothing.</summary>
    public void Run(string sql) => Prepared(sql).Command.ExecuteNonQuery();

    /// <inheritdoc />
    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel)
    {
        Run("BEGIN DEFERRED");
        return new Transaction(this);
    }

    /// <inheritdoc />
    protected override DbCommand CreateDbCommand() => new KeptCommand(this);

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        // First: once it is given back it is another's.
        base.Dispose(disposing);
        if (disposing)
        {
            others.Return(this);
        }
    }

    /// <summary>What is read within it belongs to one state of the data; what is written is kept, or lost, together.</summary>
    private sealed class Transaction(KeptConnection connection) : DbTransaction
    {
        private bool hasEnded;

        public override IsolationLevel IsolationLevel => IsolationLevel.Serializable;

        protected override DbConnection DbConnection => connection;

        public override bool SupportsSavepoints => true;

        public override void Commit() => End("COMMIT");

        public override void Save(string savepointName) => connection.Run($"SAVEPOINT {savepointName}");

        public override void Release(string savepointName) => connection.Run($"RELEASE {savepointName}");

        public override void Rollback(string savepointName) => connection.Run($"ROLLBACK TO {savepointName}");

        public override void Rollback()
        {
            // A failure such as a full disk has ended it already.
            if (!hasEnded && !connection.IsClean)
            {
                End("ROLLBACK");
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                Rollback();
            }

            base.Dispose(disposing);
        }

        private void End(string statement)
        {
            connection.Run(statement);
            hasEnded = true;
        }
    }
}
