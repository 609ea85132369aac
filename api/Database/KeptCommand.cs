using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace OpenGov.Api.Database;

/// <summary>A statement of a <see cref="KeptConnection"/>: gathers its text and values, and runs the prepared one with them.</summary>
internal sealed class KeptCommand(KeptConnection connection) : DbCommand
{
    private readonly SqliteCommand gathered = new();

    /// <inheritdoc />
    [AllowNull]
    public override string CommandText { get; set; } = "";

    /// <inheritdoc />
    public override int CommandTimeout { get; set; } = 30;

    /// <inheritdoc />
    public override CommandType CommandType { get; set; } = CommandType.Text;

    /// <inheritdoc />
    public override bool DesignTimeVisible { get; set; }

    /// <inheritdoc />
    public override UpdateRowSource UpdatedRowSource { get; set; }

    /// <inheritdoc />
    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    protected override DbParameterCollection DbParameterCollection => gathered.Parameters;

    /// <inheritdoc />
    protected override DbTransaction? DbTransaction { get; set; }

    /// <inheritdoc />
    public override void Cancel() => connection.Cancel();

    /// <summary>A statement is prepared when it runs for the first time.</summary>
    public override void Prepare() { }

    /// <inheritdoc />
    public override int ExecuteNonQuery() => Ready().Command.ExecuteNonQuery();

    /// <inheritdoc />
    public override object? ExecuteScalar() => Ready().Command.ExecuteScalar();

    /// <inheritdoc />
    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        var statement = Ready();
        return new KeptReader(statement.Command.ExecuteReader(behavior), statement);
    }

    /// <inheritdoc />
    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        gathered.Dispose();
        base.Dispose(disposing);
    }

    private KeptStatement Ready()
    {
        var statement = connection.Prepared(CommandText);
        var command = statement.Command;
        command.CommandTimeout = CommandTimeout;
        var (given, kept) = (gathered.Parameters, command.Parameters);
        if (!HaveSameNames(given, kept))
        {
            kept.Clear();
            foreach (SqliteParameter value in given)
            {
                kept.Add(new SqliteParameter { ParameterName = Written(value.ParameterName) });
            }
        }

        for (var i = 0; i < given.Count; i++)
        {
            kept[i].Value = given[i].Value;
        }

        return statement;
    }

    private static bool HaveSameNames(SqliteParameterCollection given, SqliteParameterCollection kept)
    {
        var isSame = given.Count == kept.Count;
        for (var i = 0; i < given.Count && isSame; i++)
        {
            isSame = kept[i].ParameterName.AsSpan().TrimStart('@').SequenceEqual(given[i].ParameterName.AsSpan().TrimStart('@'));
        }

        return isSame;
    }

    /// <summary>As it stands in the statement: the driver would look for any other name once more for each way to write one.</summary>
    private static string Written(string name) => name.StartsWith('@') ? name : $"@{name}";
}
