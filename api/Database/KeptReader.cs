using System.Collections;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OpenGov.Api.Database;

/// <summary>
/// The rows of a statement that stays prepared. What its columns are called, and hold by what their tables say, is asked once for all its
/// runs: of each Dapper asks both, and the driver asks the engine.
/// </summary>
internal sealed class KeptReader(SqliteDataReader inner, KeptStatement statement) : DbDataReader
{
    private KeptColumns columns =
        statement.Columns is { } known && known.Names.Length == inner.FieldCount ? known : statement.Columns = new KeptColumns(inner);

    /// <inheritdoc />
    public override int Depth => inner.Depth;

    /// <inheritdoc />
    public override int FieldCount => inner.FieldCount;

    /// <inheritdoc />
    public override bool HasRows => inner.HasRows;

    /// <inheritdoc />
    public override bool IsClosed => inner.IsClosed;

    /// <inheritdoc />
    public override int RecordsAffected => inner.RecordsAffected;

    /// <inheritdoc />
    public override object this[int ordinal] => inner.GetValue(ordinal);

    /// <inheritdoc />
    public override object this[string name] => inner[name];

    /// <inheritdoc />
    public override bool Read() => inner.Read();

    /// <inheritdoc />
    public override bool NextResult()
    {
        var isThere = inner.NextResult();
        columns = isThere ? new KeptColumns(inner) : columns;
        return isThere;
    }

    /// <inheritdoc />
    public override string GetName(int ordinal) => columns.Names[ordinal];

    /// <inheritdoc />
    public override Type GetFieldType(int ordinal) => columns.Types[ordinal] ?? inner.GetFieldType(ordinal);

    /// <inheritdoc />
    public override string GetDataTypeName(int ordinal) => inner.GetDataTypeName(ordinal);

    /// <inheritdoc />
    public override int GetOrdinal(string name) => inner.GetOrdinal(name);

    /// <inheritdoc />
    public override bool IsDBNull(int ordinal) => inner.IsDBNull(ordinal);

    /// <inheritdoc />
    public override object GetValue(int ordinal) => inner.GetValue(ordinal);

    /// <inheritdoc />
    public override int GetValues(object[] values) => inner.GetValues(values);

    /// <inheritdoc />
    public override T GetFieldValue<T>(int ordinal) => inner.GetFieldValue<T>(ordinal);

    /// <inheritdoc />
    public override bool GetBoolean(int ordinal) => inner.GetBoolean(ordinal);

    /// <inheritdoc />
    public override byte GetByte(int ordinal) => inner.GetByte(ordinal);

    /// <inheritdoc />
    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        inner.GetBytes(ordinal, dataOffset, buffer, bufferOffset, length);

    /// <inheritdoc />
    public override char GetChar(int ordinal) => inner.GetChar(ordinal);

    /// <inheritdoc />
    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        inner.GetChars(ordinal, dataOffset, buffer, bufferOffset, length);

    /// <inheritdoc />
    public override DateTime GetDateTime(int ordinal) => inner.GetDateTime(ordinal);

    /// <inheritdoc />
    public override decimal GetDecimal(int ordinal) => inner.GetDecimal(ordinal);

    /// <inheritdoc />
    public override double GetDouble(int ordinal) => inner.GetDouble(ordinal);

    /// <inheritdoc />
    public override float GetFloat(int ordinal) => inner.GetFloat(ordinal);

    /// <inheritdoc />
    public override Guid GetGuid(int ordinal) => inner.GetGuid(ordinal);

    /// <inheritdoc />
    public override short GetInt16(int ordinal) => inner.GetInt16(ordinal);

    /// <inheritdoc />
    public override int GetInt32(int ordinal) => inner.GetInt32(ordinal);

    /// <inheritdoc />
    public override long GetInt64(int ordinal) => inner.GetInt64(ordinal);

    /// <inheritdoc />
    public override string GetString(int ordinal) => inner.GetString(ordinal);

    /// <inheritdoc />
    public override IEnumerator GetEnumerator() => new DbEnumerator(this, closeReader: false);

    /// <inheritdoc />
    public override void Close() => inner.Close();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>A statement that stays prepared.</summary>
/// <param name="Sql">Its text.</param>
/// <param name="Command">Its command.</param>
internal sealed record KeptStatement(string Sql, SqliteCommand Command)
{
    /// <summary>Its columns, once it has run.</summary>
    public KeptColumns? Columns { get; set; }
}

/// <summary>The columns of a statement.</summary>
internal sealed class KeptColumns
{
    public KeptColumns(SqliteDataReader reader)
    {
        Names = new string[reader.FieldCount];
        Types = new Type?[reader.FieldCount];
        for (var i = 0; i < Names.Length; i++)
        {
            Names[i] = reader.GetName(i);
            Types[i] = raw.sqlite3_column_decltype(reader.Handle, i).utf8_to_string() switch
            {
                "TEXT" => typeof(string),
                "INTEGER" => typeof(long),
                _ => null,
            };
        }
    }

    /// <summary>What they are called.</summary>
    public string[] Names { get; }

    /// <summary>What they hold, where their table says it; null where a row does.</summary>
    public Type?[] Types { get; }
}
