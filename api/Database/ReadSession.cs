using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;

namespace OpenGov.Api.Database;

/// <summary>
/// One state of the data, read in one transaction: the newest, the one at the end of a day (<c>as_of</c>), or
/// the one at which a cursor began. A request has one session, so all that it answers belongs together.
/// </summary>
/// <remarks>
/// A statement names the tables of current rows. To read an earlier state the same statement runs with each of
/// its tables shadowed by a common table expression over the versions that were valid then.
/// </remarks>
public sealed class ReadSession(DataStore database, DataVersion dataVersion, ITables tables, KeptTables kept) : IAsyncDisposable
{
    private DbConnection? connection;
    private DbTransaction? transaction;
    private long? shadowedAt;

    /// <summary>Every statement that any session has run, for the test that parses them; null when nobody listens.</summary>
    internal static Action<string>? Executing { get; set; }

    /// <summary>The day at whose end the data is read; null for the newest state.</summary>
    public DateOnly? AsOf { get; set; }

    /// <summary>The change after which the data is read, from a cursor; null for the newest state.</summary>
    public long? At { get; set; }

    /// <summary>The day from whose point of view lateness is computed.</summary>
    public DateOnly Today => AsOf ?? database.Today;

    /// <summary>Whether what is read is older than the newest state. Known once the state has been asked for.</summary>
    public bool ReadsPast => shadowedAt is not null;

    /// <summary>What differs between the engines.</summary>
    public Dialect Dialect => database.Dialect;

    /// <summary>The tables that it has read from so far.</summary>
    public TablesRead Read { get; private set; } = TablesRead.None;

    /// <summary>The state that this session reads. What tells it is another after every change.</summary>
    public async Task<DataVersion.State> StateAsync(CancellationToken cancellationToken)
    {
        Read = TablesRead.All;
        return await BegunAsync(cancellationToken);
    }

    /// <summary>The same for what does not tell it, or only so that the rest of the same rows can be asked for.</summary>
    public async Task<DataVersion.State> BegunAsync(CancellationToken cancellationToken)
    {
        await database.Dialect.RepeatAsync(() => OpenAsync(cancellationToken), cancellationToken);
        return state!;
    }

    private DataVersion.State? state;

    /// <summary>Rows of a query.</summary>
    public Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? arguments, CancellationToken cancellationToken) =>
        RunAsync<IReadOnlyList<T>>(sql, arguments, async command => [.. await connection!.QueryAsync<T>(command)], cancellationToken);

    /// <summary>The only row of a query, or the default when there is none.</summary>
    public Task<T?> FindAsync<T>(string sql, object? arguments, CancellationToken cancellationToken) =>
        RunAsync(sql, arguments, command => connection!.QuerySingleOrDefaultAsync<T?>(command), cancellationToken);

    /// <summary>The only value of a query.</summary>
    public async Task<T> ScalarAsync<T>(string sql, object? arguments, CancellationToken cancellationToken) =>
        (await RunAsync(sql, arguments, command => connection!.ExecuteScalarAsync<T>(command), cancellationToken))!;

    /// <summary>What is made of small tables, kept where they have stayed as they are for a moment; else made now.</summary>
    /// <param name="name">The program's own name for it.</param>
    /// <param name="read">Reads the tables and makes it.</param>
    /// <param name="rows">How many rows it is made of; of more than <see cref="KeptTables.MostRows"/> it is not kept.</param>
    /// <param name="cancellationToken">Ends the statement.</param>
    public async Task<T> OfStateAsync<T>(string name, Func<Task<T>> read, Func<T, int> rows, CancellationToken cancellationToken)
        where T : class =>
        await KeptOfStateAsync(
            name,
            async () => await read() is var made && rows(made) <= KeptTables.MostRows ? made : null,
            cancellationToken
        ) ?? await read();

    /// <summary>The same; null where it is not kept.</summary>
    /// <param name="name">The program's own name for it.</param>
    /// <param name="read">Reads the tables and makes it; null where it is too much.</param>
    /// <param name="cancellationToken">Ends the statement.</param>
    public Task<T?> KeptOfStateAsync<T>(string name, Func<Task<T?>> read, CancellationToken cancellationToken)
        where T : class => KeptAsync(name, TablesRead.All, read, cancellationToken);

    /// <summary>All rows of a small table by their id.</summary>
    /// <param name="sql">The statement, without order; its first column is the id.</param>
    /// <param name="id">The id of a row.</param>
    /// <param name="cancellationToken">Ends the statement.</param>
    public async Task<IReadOnlyDictionary<string, T>> WholeAsync<T>(string sql, Func<T, string> id, CancellationToken cancellationToken) =>
        await KeptRowsAsync(sql, id, cancellationToken) ?? (await QueryAsync<T>(sql, null, cancellationToken)).ToDictionary(id);

    /// <summary>The same; null where it is not kept, and the few rows that are needed are read.</summary>
    public Task<IReadOnlyDictionary<string, T>?> KeptRowsAsync<T>(string sql, Func<T, string> id, CancellationToken cancellationToken) =>
        KeptAsync<T, IReadOnlyDictionary<string, T>>(
            $"{sql}\nORDER BY 1",
            rows => rows.ToDictionary(id, StringComparer.Ordinal),
            cancellationToken
        );

    /// <summary>All rows of a small table by what they belong to; null where it is not kept, and those that are needed are read.</summary>
    /// <param name="sql">The statement, with its order.</param>
    /// <param name="of">What a row belongs to.</param>
    /// <param name="cancellationToken">Ends the statement.</param>
    public Task<ILookup<string, T>?> KeptGroupsAsync<T>(string sql, Func<T, string> of, CancellationToken cancellationToken) =>
        KeptAsync<T, ILookup<string, T>>(sql, rows => rows.ToLookup(of, StringComparer.Ordinal), cancellationToken);

    private Task<TMade?> KeptAsync<T, TMade>(string sql, Func<IReadOnlyList<T>, TMade> made, CancellationToken cancellationToken)
        where TMade : class =>
        KeptAsync(
            sql,
            TablesRead.Of(sql, tables),
            async () =>
            {
                var rows = await QueryAsync<T>($"{sql}\n{Dialect.Take}", new { Take = KeptTables.MostRows + 1 }, cancellationToken);
                return rows.Count > KeptTables.MostRows ? null : made(rows);
            },
            cancellationToken
        );

    /// <summary>The past is not kept: each of its days would be a state of its own.</summary>
    private async Task<T?> KeptAsync<T>(string name, TablesRead from, Func<Task<T?>> read, CancellationToken cancellationToken)
        where T : class
    {
        var now = await BegunAsync(cancellationToken) with { Generation = database.Generation };
        if (ReadsPast)
        {
            return null;
        }

        var (value, tables) = await kept.FindAsync(
            name,
            now,
            from,
            async () =>
            {
                var before = Read;
                Read = TablesRead.None;
                try
                {
                    return (await read(), Read);
                }
                finally
                {
                    Read = Read.With(before);
                }
            }
        );
        Read = Read.With(tables);
        return value;
    }

    /// <summary>Rows of a query one by one, never all in memory.</summary>
    public async IAsyncEnumerable<T> StreamAsync<T>(
        string sql,
        object? arguments,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await BegunAsync(cancellationToken);
        var command = Command(sql, arguments, cancellationToken);
        using var stop = Stopping(cancellationToken);
        await foreach (
            var row in connection!
                .QueryUnbufferedAsync<T>(command.CommandText, command.Parameters, transaction)
                .WithCancellation(cancellationToken)
        )
        {
            yield return row;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await CloseAsync();

    /// <summary>
    /// Runs a statement. When its connection breaks it is run again on another: the state is known by its number, so
    /// the answer is the same.
    /// </summary>
    private Task<T> RunAsync<T>(string sql, object? arguments, Func<CommandDefinition, Task<T>> run, CancellationToken cancellationToken) =>
        database.Dialect.RepeatAsync(
            async () =>
            {
                await OpenAsync(cancellationToken);
                var command = Command(sql, arguments, cancellationToken);
                try
                {
                    using var stop = Stopping(cancellationToken);
                    return await Telemetry.DatabaseAsync(database.Dialect, command.CommandText, () => run(command));
                }
                catch (DbException)
                {
                    // Whoever goes on without what was not read is not to be kept for longer than this state.
                    Read = TablesRead.All;
                    await CloseAsync();
                    cancellationToken.ThrowIfCancellationRequested();
                    throw;
                }
            },
            cancellationToken
        );

    /// <summary>Stops the statement that runs when nobody waits for it any more. Ends before the connection serves another.</summary>
    private CancellationTokenRegistration Stopping(CancellationToken cancellationToken) =>
        cancellationToken.CanBeCanceled && connection is { } running
            ? cancellationToken.Register(() => database.Dialect.Interrupt(running))
            : default;

    private async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (connection is not null)
        {
            return connection;
        }

        try
        {
            var newest = database.HasReplica ? await OpenReplicaAsync(cancellationToken) : null;
            newest ??= await BeginAsync(await database.OpenReaderAsync(cancellationToken), cancellationToken);
            state ??=
                At is { } sequence ? await StateAtAsync(sequence, cancellationToken)
                : AsOf is { } day ? await StateOnAsync(day, cancellationToken)
                : newest;
            shadowedAt = state.Sequence == newest.Sequence ? null : state.Sequence;
            return connection!;
        }
        catch
        {
            await CloseAsync();
            throw;
        }
    }

    /// <summary>The newest state that the copy has; null when it does not answer, or lags behind what this node knows.</summary>
    private async Task<DataVersion.State?> OpenReplicaAsync(CancellationToken cancellationToken)
    {
        try
        {
            var newest = await BeginAsync(await database.OpenReplicaAsync(cancellationToken), cancellationToken);
            if (newest.Sequence >= Math.Max(state?.Sequence ?? 0, (await dataVersion.CurrentAsync(cancellationToken)).Sequence))
            {
                return newest;
            }
        }
        catch (DbException)
        {
            // The database itself can be read. /health/ready says that the copy does not answer.
        }

        await CloseAsync();
        return null;
    }

    private async Task<DataVersion.State> BeginAsync(DbConnection opened, CancellationToken cancellationToken)
    {
        connection = opened;
        transaction = database.Dialect.BeginRead(connection);
        return await connection.QuerySingleAsync<DataVersion.State>(
            new CommandDefinition(DataVersion.Sql, transaction: transaction, cancellationToken: cancellationToken)
        );
    }

    /// <summary>
    /// Ends the transaction and gives the connection back. A broken one fails at that too, which says nothing that the first failure
    /// did not.
    /// </summary>
    private async Task CloseAsync()
    {
        var (ending, closing) = (transaction, connection);
        (transaction, connection, shadowedAt) = (null, null, null);
        foreach (var one in (IAsyncDisposable?[])[ending, closing])
        {
            try
            {
                await (one?.DisposeAsync() ?? ValueTask.CompletedTask);
            }
            catch (Exception error) when (error is DbException or InvalidOperationException or IOException)
            {
                // Nothing was written, so nothing is lost.
            }
        }
    }

    private async Task<DataVersion.State> StateAtAsync(long sequence, CancellationToken cancellationToken) =>
        await connection!.QuerySingleOrDefaultAsync<DataVersion.State>(
            Command(
                "SELECT c.sequence, c.changed_at FROM changes c WHERE c.sequence = @Sequence",
                new { Sequence = sequence },
                cancellationToken
            )
        ) ?? new DataVersion.State(0, DateTimeOffset.UnixEpoch);

    private async Task<DataVersion.State> StateOnAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var end = new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var last = await connection!.ExecuteScalarAsync<long?>(
            Command("SELECT MAX(c.sequence) FROM changes c WHERE c.changed_at < @End", new { End = end }, cancellationToken)
        );
        return await StateAtAsync(last ?? 0, cancellationToken);
    }

    private CommandDefinition Command(string sql, object? arguments, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters(arguments);
        Read = Read.With(TablesRead.Of(sql, tables));
        if (shadowedAt is { } at)
        {
            sql = Shadow(sql, tables);
            parameters.Add("ShadowedAt", at);
        }

        Executing?.Invoke(sql);
        return new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellationToken);
    }

    /// <summary>The statement with each table that it reads shadowed by the versions valid at <c>@ShadowedAt</c>.</summary>
    internal static string Shadow(string sql, ITables tables)
    {
        var shadows = TablesRead
            .NamesIn(sql)
            .Select(name =>
                tables.ColumnsOf(name) is { } columns
                    ? $"{name} AS (SELECT {string.Join(", ", columns)} FROM {name}_versions WHERE valid_from <= @ShadowedAt "
                        + "AND valid_to > @ShadowedAt)"
                    : null
            )
            .OfType<string>();
        var with = string.Join(", ", shadows);
        return with.Length == 0 ? sql
            : sql.StartsWith("WITH ", StringComparison.Ordinal) ? $"WITH {with}, {sql[5..]}"
            : $"WITH {with} {sql}";
    }
}
