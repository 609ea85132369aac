using System.Data.Common;
using System.Globalization;

namespace OpenGov.Api.Records;

/// <summary>The commands of one transaction, each made once and run for every record.</summary>
internal sealed class WriteStatements : IAsyncDisposable
{
    private readonly DbConnection connection;
    private readonly DbTransaction transaction;
    private readonly Dictionary<string, TableStatements> tables = [];

    public WriteStatements(DbConnection connection, DbTransaction transaction)
    {
        (this.connection, this.transaction) = (connection, transaction);
        LogChange = Command(WriteSql.LogChange, WriteSql.LogColumns);
    }

    /// <summary>Appends to the log of changes.</summary>
    public DbCommand LogChange { get; }

    /// <summary>Those of a table.</summary>
    public TableStatements For(Table table)
    {
        if (tables.TryGetValue(table.Name, out var known))
        {
            return known;
        }

        var sql = WriteSql.For(table);
        return tables[table.Name] = new TableStatements(
            table,
            Find: Command(sql.Find, ["id"]),
            LastVersion: Command(sql.LastVersion, ["id"]),
            Insert: Command(sql.Insert, table.Columns),
            Update: Command(sql.Update, table.Columns),
            Delete: Command(sql.Delete, ["id"]),
            InsertVersion: Command(sql.InsertVersion, [.. table.Columns, "valid_from", "valid_to"]),
            Close: Command(sql.Close, ["id", "valid_to"])
        );
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var command in tables.Values.SelectMany(of => of.All).Append(LogChange))
        {
            await command.DisposeAsync();
        }
    }

    private DbCommand Command(string sql, IReadOnlyList<string> parameters) => WriteSql.Command(connection, transaction, sql, parameters);
}

/// <summary>What is done to the records of one table.</summary>
internal sealed record TableStatements(
    Table Table,
    DbCommand Find,
    DbCommand LastVersion,
    DbCommand Insert,
    DbCommand Update,
    DbCommand Delete,
    DbCommand InsertVersion,
    DbCommand Close
)
{
    public IEnumerable<DbCommand> All => [Find, LastVersion, Insert, Update, Delete, InsertVersion, Close];

    /// <summary>The record as it is now, with its version; null when there is none.</summary>
    public async Task<Dictionary<string, object?>?> FindAsync(string id, CancellationToken cancellationToken)
    {
        Find.Parameters[0].Value = id;
        await using var reader = await Find.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        var row = Table
            .Fields.Select((field, i) => (field.Name, Value: field.FromDatabase(reader.GetValue(i))))
            .ToDictionary(pair => pair.Name, pair => pair.Value);
        row["version"] = Convert.ToInt32(reader.GetValue(Table.Fields.Count), CultureInfo.InvariantCulture);
        return row;
    }

    /// <summary>The version of a record that comes back after it was withdrawn; 1 when it never was.</summary>
    public async Task<int> NextVersionAsync(string id, CancellationToken cancellationToken)
    {
        LastVersion.Parameters[0].Value = id;
        return Convert.ToInt32(await LastVersion.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) + 1;
    }
}
