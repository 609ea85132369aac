using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using OpenGov.Api.Database;

namespace OpenGov.Api.Records;

/// <summary>
/// The transaction in which data changes. It holds one change, or several, one after the other: then each can be given up alone, and all
/// of them are kept, or lost, when the transaction ends.
/// </summary>
internal sealed class WriteTransaction : IAsyncDisposable
{
    private const string Part = "part";

    private readonly DataVersion dataVersion;
    private readonly GivenNumbers given;
    private readonly bool isShared;
    private readonly DataVersion.State begun;
    private readonly HashSet<string> changed = new(StringComparer.Ordinal);
    private ImmutableDictionary<(string Table, string Beginning), long> numbersBefore;
    private bool isPartOpen;
    private Exception? lost;

    private WriteTransaction(
        DbConnection connection,
        DbTransaction transaction,
        DataVersion dataVersion,
        GivenNumbers given,
        DataVersion.State state,
        bool isShared,
        Dialect dialect
    )
    {
        (Connection, Transaction, State, begun) = (connection, transaction, state, state);
        (this.dataVersion, this.given, this.isShared) = (dataVersion, given, isShared);
        Numbers = numbersBefore = given.In(state);
        Statements = new WriteStatements(connection, transaction);
        Words = new WordIndex(dialect, connection, transaction);
    }

    /// <summary>Its connection.</summary>
    public DbConnection Connection { get; }

    /// <summary>The transaction of the driver.</summary>
    public DbTransaction Transaction { get; }

    /// <summary>Its commands, which all changes in it run.</summary>
    public WriteStatements Statements { get; }

    /// <summary>The index of words within it.</summary>
    public WordIndex Words { get; }

    /// <summary>The state of the data after all that it holds.</summary>
    public DataVersion.State State { get; private set; }

    /// <summary>The greatest numbers that ids have had behind their beginnings, of those that were asked for.</summary>
    public ImmutableDictionary<(string Table, string Beginning), long> Numbers { get; set; }

    /// <summary>Whether a failure has ended it: nothing that it holds is kept, and nothing more may be written in it.</summary>
    public bool IsLost => lost is not null;

    /// <summary>Begins one. Writers take turns: the row of <c>data_version</c> is held until it ends.</summary>
    /// <param name="database">Where the data lives.</param>
    /// <param name="dataVersion">Is told when it is kept.</param>
    /// <param name="given">Remembers the numbers that it gives.</param>
    /// <param name="isShared">Whether it may hold several changes.</param>
    /// <param name="cancellationToken">Stops waiting for the turn.</param>
    public static async Task<WriteTransaction> BeginAsync(
        DataStore database,
        DataVersion dataVersion,
        GivenNumbers given,
        bool isShared,
        CancellationToken cancellationToken
    ) =>
        // Until the turn is held nothing has been written, so a failure that passes is no failure.
        await database.Dialect.RepeatAsync(
            async () =>
            {
                var connection = await database.OpenWriterAsync(cancellationToken);
                try
                {
                    var transaction = database.Dialect.BeginWrite(connection);
                    await connection.ExecuteAsync(WriteSql.HoldTurn, transaction: transaction);
                    var state = await connection.QuerySingleAsync<DataVersion.State>(DataVersion.Sql, transaction: transaction);
                    return new WriteTransaction(connection, transaction, dataVersion, given, state, isShared, database.Dialect);
                }
                catch
                {
                    await connection.DisposeAsync();
                    throw;
                }
            },
            cancellationToken
        );

    /// <summary>Begins a change within it.</summary>
    public async Task BeginPartAsync(CancellationToken cancellationToken)
    {
        numbersBefore = Numbers;
        if (isShared)
        {
            await Transaction.SaveAsync(Part, cancellationToken);
            isPartOpen = true;
        }
    }

    /// <summary>Keeps the change: at once, or when the transaction ends.</summary>
    /// <param name="state">The state after it; null when no record changed.</param>
    /// <param name="tables">The tables that it has changed.</param>
    /// <param name="cancellationToken">Is not looked at once it is being kept.</param>
    public async Task KeepPartAsync(DataVersion.State? state, IEnumerable<string> tables, CancellationToken cancellationToken)
    {
        changed.UnionWith(tables);
        State = state ?? State;
        if (isShared)
        {
            await Transaction.ReleaseAsync(Part, cancellationToken);
            isPartOpen = false;
        }
        else
        {
            await Transaction.CommitAsync(cancellationToken);
            Tell();
        }
    }

    /// <summary>Gives the change up, unless it was kept. What was kept before it stays, where the failure has not ended all of it.</summary>
    /// <param name="failure">Why it is given up; null when it was only tried.</param>
    public async Task GiveUpPartAsync(Exception? failure)
    {
        if (!isPartOpen)
        {
            return;
        }

        isPartOpen = false;
        Numbers = numbersBefore;
        Words.Forget();
        try
        {
            await Transaction.RollbackAsync(Part);
            await Transaction.ReleaseAsync(Part);
        }
        catch (Exception error)
        {
            // Whatever keeps it from being given up: it must not be kept with the others.
            lost = failure ?? error;
        }
    }

    /// <summary>Keeps all changes that it holds.</summary>
    /// <exception cref="DatabaseUnavailableException">A failure has ended it: none is kept.</exception>
    public async Task CommitAsync()
    {
        if (!isShared)
        {
            return;
        }

        if (lost is not null)
        {
            throw new DatabaseUnavailableException(Unavailable.Reason(lost) ?? Unavailable.NotWritten, lost);
        }

        await Transaction.CommitAsync(CancellationToken.None);
        Tell();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Statements.DisposeAsync();
        await Words.DisposeAsync();
        await Transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }

    private void Tell()
    {
        given.Keep(State, Numbers);
        if (State != begun)
        {
            dataVersion.Advance(begun, State, changed);
        }
    }
}
