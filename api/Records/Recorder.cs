using System.Data.Common;
using System.Globalization;
using Dapper;
using OpenGov.Api.Database;

namespace OpenGov.Api.Records;

/// <summary>
/// The one place through which data changes. In one transaction it writes the current row, keeps the version
/// that it replaces and appends to the log of changes; nothing is ever erased.
/// </summary>
public sealed class Recorder : IAsyncDisposable
{
    private Actor actor;
    private readonly WriteTransaction whole;
    private readonly bool isAlone;
    private readonly DbConnection connection;
    private readonly DbTransaction transaction;
    private readonly DateTimeOffset now;
    private readonly Dialect dialect;
    private readonly Neighbours neighbours;
    private readonly WrittenTogether together;
    private readonly Touches touches = new();
    private readonly HashSet<(string Table, string Id)> givenIds = [];
    private long sequence;

    private Recorder(Dialect dialect, Actor actor, WriteTransaction whole, bool isAlone, DateTimeOffset now)
    {
        (this.dialect, this.actor, this.whole, this.isAlone, this.now) = (dialect, actor, whole, isAlone, now);
        (connection, transaction, sequence) = (whole.Connection, whole.Transaction, whole.State.Sequence);
        neighbours = new Neighbours(dialect, connection, transaction);
        together = new WrittenTogether(connection, transaction);
    }

    /// <summary>Begins a change in a transaction of its own.</summary>
    /// <exception cref="RefusedException">What the actor says of itself cannot stand in the history.</exception>
    public static async Task<Recorder> BeginAsync(
        DataStore database,
        DataVersion dataVersion,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        Check(actor);
        var whole = await WriteTransaction.BeginAsync(database, dataVersion, new GivenNumbers(), isShared: false, cancellationToken);
        return new Recorder(database.Dialect, actor, whole, isAlone: true, NowAfter(whole.State, database));
    }

    /// <summary>Begins a change in a transaction that has been begun, and that somebody else ends.</summary>
    /// <inheritdoc cref="BeginAsync" path="/exception" />
    internal static async Task<Recorder> BeginWithinAsync(
        WriteTransaction whole,
        DataStore database,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        Check(actor);
        await whole.BeginPartAsync(cancellationToken);
        return new Recorder(database.Dialect, actor, whole, isAlone: false, NowAfter(whole.State, database));
    }

    private static void Check(Actor actor)
    {
        if (actor.Errors is { Count: > 0 } errors)
        {
            throw new RefusedException(errors);
        }
    }

    /// <summary>as_of asks by instant: a clock that was set back must not date a change before the one it follows.</summary>
    private static DateTimeOffset NowAfter(DataVersion.State state, DataStore database) =>
        TypeHandlers.Stored(database.Clock.GetUtcNow()) is var now && now < state.ChangedAt ? state.ChangedAt : now;

    /// <summary>Creates or updates a record; one that says the same already is left as it is.</summary>
    /// <exception cref="RefusedException">It names a record that does not exist. It is not written; the change may go on.</exception>
    public async Task<Outcome> SaveAsync(CheckedRecord record, CancellationToken cancellationToken)
    {
        var (table, id, row) = (record.Table, record.Id, record.Values);
        var of = whole.Statements.For(table);
        var existing = await of.FindAsync(id, cancellationToken);
        var changed = existing is null
            ? null
            : table.Fields.Where(field => !Equals(existing[field.Name], row[field.Name])).Select(field => field.Name).ToList();
        if (changed is { Count: 0 })
        {
            neighbours.Note(record);
            return Outcome.Unchanged;
        }

        if (await neighbours.ErrorsAsync(record, changed, cancellationToken) is { Count: > 0 } errors)
        {
            throw new RefusedException(errors);
        }

        if (existing is null && !whole.Numbers.IsEmpty && !givenIds.Contains((table.Name, id)))
        {
            // Its number, if it has one, was not asked for here.
            whole.Numbers = whole.Numbers.RemoveRange(whole.Numbers.Keys.Where(key => key.Table == table.Name));
        }

        sequence++;
        var version = existing is null ? await of.NextVersionAsync(id, cancellationToken) : (int)existing["version"]! + 1;
        var values = Values(table, row, version);
        if (existing is not null)
        {
            await ExecuteAsync(of.Close, new() { ["id"] = id, ["valid_to"] = sequence }, cancellationToken);
        }

        await ExecuteAsync(existing is null ? of.Insert : of.Update, values, cancellationToken);
        await ExecuteAsync(of.InsertVersion, values, cancellationToken);
        if (table.Searched.Count > 0)
        {
            await whole.Words.ReplaceAsync(
                table,
                id,
                existing is null ? "" : Indexed(table, existing),
                Indexed(table, row),
                cancellationToken
            );
        }

        await LogAsync(table, id, version, existing is null ? "created" : "updated", changed, cancellationToken);
        neighbours.Note(record);
        touches.Note(table, id, existing, row);
        together.Note(table, id, existing, row);
        return existing is null ? Outcome.Created : Outcome.Updated;
    }

    /// <summary>Withdraws a record from the current data; its versions stay. False when there is none.</summary>
    /// <exception cref="RefusedException">Others name it. It stays; the change may go on.</exception>
    public async Task<bool> WithdrawAsync(Table table, string id, CancellationToken cancellationToken)
    {
        var of = whole.Statements.For(table);
        if (await of.FindAsync(id, cancellationToken) is not { } existing)
        {
            return false;
        }

        if (await neighbours.NamedByAsync(table, id, existing, cancellationToken) is { } named)
        {
            throw new RefusedException([named]);
        }

        sequence++;
        await ExecuteAsync(of.Close, new() { ["id"] = id, ["valid_to"] = sequence }, cancellationToken);
        await ExecuteAsync(of.Delete, new() { ["id"] = id }, cancellationToken);
        if (table.Searched.Count > 0)
        {
            await whole.Words.ReplaceAsync(table, id, Indexed(table, existing), "", cancellationToken);
        }

        await LogAsync(table, id, (int)existing["version"]! + 1, "withdrawn", null, cancellationToken);
        touches.Note(table, id, existing, null);
        together.Note(table, id, existing, null);
        return true;
    }

    /// <summary>When the change is made.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Why what is written next is written, for the history; null when that is not said. It is the actor's at first.</summary>
    /// <exception cref="RefusedException">It cannot stand in the history.</exception>
    public string? Reason
    {
        get => actor.Reason;
        set
        {
            var next = actor with { Reason = value };
            actor = next.Errors is { Count: > 0 } errors ? throw new RefusedException(errors) : next;
        }
    }

    /// <summary>What differs between the engines.</summary>
    public Dialect Dialect => dialect;

    /// <summary>A record as it is within the change, with its <c>version</c>; null when there is none.</summary>
    public async Task<IReadOnlyDictionary<string, object?>?> FindAsync(Table table, string id, CancellationToken cancellationToken) =>
        await whole.Statements.For(table).FindAsync(id, cancellationToken);

    /// <summary>What a record last said, also when it is withdrawn; null when it never was.</summary>
    public Task<IReadOnlyDictionary<string, object?>?> LastAsync(Table table, string id, CancellationToken cancellationToken) =>
        LastAsync(table, table.Fields, id, cancellationToken);

    /// <summary>Some of what a record last said.</summary>
    public async Task<IReadOnlyDictionary<string, object?>?> LastAsync(
        Table table,
        IReadOnlyList<Field> fields,
        string id,
        CancellationToken cancellationToken
    ) =>
        (await QueryAsync<dynamic>(WriteSql.Last(table, fields, dialect), new { Id = id, Take = 1 }, cancellationToken)) is [var row]
            ? fields.ToDictionary(field => field.Name, field => field.FromDatabase(((IDictionary<string, object?>)row)[field.Name]))
            : null;

    /// <summary>When a record was last changed, or what it shows was.</summary>
    public async Task<DateTimeOffset> UpdatedAtAsync(Table table, string id, CancellationToken cancellationToken) =>
        (await QueryAsync<DateTimeOffset>(WriteSql.UpdatedAt(table), new { Id = id }, cancellationToken)).Single();

    /// <summary>
    /// The number after all that ids of a table have had behind a beginning, those of withdrawn records among them: a number is given once.
    /// Where that would be more than the most, the least that was never given.
    /// </summary>
    public async Task<long> NextNumberAsync(Table table, string beginning, long most, CancellationToken cancellationToken)
    {
        if (whole.Numbers.TryGetValue((table.Name, beginning), out var known) && known < most)
        {
            return Give(known + 1);
        }

        var arguments = new
        {
            Table = table.Name,
            From = beginning,
            Beyond = $"{beginning[..^1]}{(char)(beginning[^1] + 1)}",
            Behind = beginning.Length + 1,
            Most = most,
        };
        var greatest = (await QueryAsync<long?>(WriteSql.GreatestNumber(dialect), arguments, cancellationToken))[0] ?? 0;
        if (greatest < most)
        {
            return Give(greatest + 1);
        }

        var given = (await QueryAsync<string>(WriteSql.IdsBetween, arguments, cancellationToken))
            .Select(id => long.TryParse(id.AsSpan(beginning.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0)
            .ToHashSet();
        var free = 1L;
        while (free <= most && given.Contains(free))
        {
            free++;
        }

        return free;

        long Give(long number)
        {
            whole.Numbers = whole.Numbers.SetItem((table.Name, beginning), number);
            givenIds.Add((table.Name, $"{beginning}{number.ToString(CultureInfo.InvariantCulture)}"));
            return number;
        }
    }

    /// <summary>Whether there is a record of this id, or ever was.</summary>
    public async Task<bool> IsKnownAsync(Table table, string id, CancellationToken cancellationToken) =>
        await whole.Statements.For(table).NextVersionAsync(id, cancellationToken) > 1;

    /// <summary>Rows of a query within the change.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? arguments, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<T>(new CommandDefinition(sql, arguments, transaction, cancellationToken: cancellationToken))];

    /// <summary>Writes beside the records what belongs to the change and is no public data: it is kept, or lost, with it.</summary>
    internal Task<int> WriteBesideAsync(string sql, object arguments, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(sql, arguments, transaction, cancellationToken: cancellationToken));

    /// <summary>Keeps what was written beside the records when none of them changed.</summary>
    internal Task KeepBesideAsync(CancellationToken cancellationToken) => whole.KeepPartAsync(null, [], cancellationToken);

    /// <summary>Ids of the current records of a table, in their order.</summary>
    public async Task<IReadOnlyList<string>> IdsAsync(Table table, CancellationToken cancellationToken) =>
        [
            .. await connection.QueryAsync<string>(
                new CommandDefinition(WriteSql.Ids(table), transaction: transaction, cancellationToken: cancellationToken)
            ),
        ];

    /// <summary>Which of some values no record has that a field could name; the error of each, of the first so many.</summary>
    public async Task<IReadOnlyDictionary<string, RecordError>> UnknownAsync(
        Field field,
        IEnumerable<string> values,
        int most,
        CancellationToken cancellationToken
    )
    {
        var errors = new Dictionary<string, RecordError>();
        foreach (var value in (await neighbours.MissingAsync(field.References!, values, cancellationToken)).Take(most))
        {
            var unknown = await neighbours.UnknownAsync(field, value, cancellationToken);
            var named = Schema.Current[field.References!.Table];
            errors[value] =
                field.References.Field == "id" && await IsKnownAsync(named, value, cancellationToken)
                    ? unknown with
                    {
                        Detail = $"{RecordError.Shown(value)} of {named.Name} was withdrawn: bring it back first, or name another.",
                        DetailEs = $"{RecordError.Shown(value)} de {named.Name} fue retirado: recupérelo antes, o nombre otro.",
                        Nearest = null,
                    }
                    : unknown;
        }

        return errors;
    }

    /// <summary>Looks at what only shows when all of the change is written.</summary>
    /// <exception cref="RefusedException">
    /// Two records have a value that only one may have, or lead back to themselves, or contradict what another table says of the same.
    /// </exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        List<RecordError> errors =
        [
            .. await neighbours.ErrorsOfAllAsync(cancellationToken),
            .. await together.ErrorsAsync(cancellationToken),
        ];
        if (errors.Count > 0)
        {
            throw new RefusedException(errors);
        }
    }

    /// <summary>Makes the change, with the transaction in which it was begun; then this node knows it at once.</summary>
    /// <inheritdoc cref="CheckAsync" path="/exception" />
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        var tables = await touches.MoveAsync(connection, transaction, TypeHandlers.Format(now), sequence);
        await whole.Words.FlushAsync(cancellationToken);
        await connection.ExecuteAsync(WriteSql.Advance, new { Sequence = sequence, ChangedAt = now }, transaction);
        await whole.KeepPartAsync(new DataVersion.State(sequence, now), tables, cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (isAlone)
        {
            await whole.DisposeAsync();
        }
    }

    /// <summary>Values of all columns, the derived ones and the bookkeeping among them.</summary>
    private Dictionary<string, object?> Values(Table table, IReadOnlyDictionary<string, object?> row, int version)
    {
        var values = new Dictionary<string, object?>(row)
        {
            ["version"] = version,
            ["updated_at"] = TypeHandlers.Format(now),
            ["valid_from"] = sequence,
            ["valid_to"] = WriteSql.StillValid,
        };
        foreach (var field in table.Sorted)
        {
            values[$"{field.Name}_sort"] = SearchText.SortKey((string?)row[field.Name]);
        }

        if (table.Searched.Count > 0)
        {
            values["search_text"] = FoldedText(table, row);
        }

        return values;
    }

    private static string FoldedText(Table table, IReadOnlyDictionary<string, object?> row) =>
        SearchText.Fold([(string)row["id"]!, .. table.Searched.Select(field => (string?)row[field.Name])]);

    /// <summary>All that the index keeps of a row.</summary>
    private static string Indexed(Table table, IReadOnlyDictionary<string, object?> row) =>
        FoldedText(table, row)
        + string.Join(' ', table.Tagged.SelectMany(field => TagSql.Tags(field.Vocabulary!, ((string?)row[field.Name])?.Split('|') ?? [])));

    private Task LogAsync(Table table, string id, int version, string action, List<string>? fields, CancellationToken cancellationToken) =>
        ExecuteAsync(
            whole.Statements.LogChange,
            new()
            {
                ["sequence"] = sequence,
                ["changed_at"] = TypeHandlers.Format(now),
                ["record_type"] = table.Name,
                ["record_id"] = id,
                ["version"] = version,
                ["action"] = action,
                ["fields"] = fields is null ? null : string.Join('|', fields),
                ["actor_role"] = actor.Role,
                ["actor_organization"] = actor.Organization,
                ["reason"] = actor.Reason,
            },
            cancellationToken
        );

    private async Task ExecuteAsync(DbCommand command, Dictionary<string, object?> values, CancellationToken cancellationToken)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            parameter.Value = values[parameter.ParameterName] switch
            {
                null => DBNull.Value,
                DateOnly date => TypeHandlers.Format(date),
                var value => dialect.Bind(value),
            };
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
