using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using OpenGov.Api.Database;
using OpenGov.Api.Records;

namespace OpenGov.Limits;

/// <summary>Connections that stay open, each with the statements that it has prepared.</summary>
internal sealed class Store(string database)
{
    private readonly ConcurrentBag<Connection> idle = [];
    private Reference reference = new(-1, [], null!);

    /// <summary>Lends a connection in a read transaction: all that is read belongs to one state.</summary>
    public Connection Begin()
    {
        var connection = idle.TryTake(out var known) ? known : new Connection(database);
        connection.Run("BEGIN");
        connection.Sequence = connection.Number("SELECT v.sequence FROM data_version v WHERE v.id = 1");
        return connection;
    }

    public void End(Connection connection)
    {
        connection.Run("COMMIT");
        idle.Add(connection);
    }

    /// <summary>The sources and the words of terms, read again only when the data has changed.</summary>
    public Reference Referred(Connection connection)
    {
        var known = reference;
        if (known.Sequence != connection.Sequence)
        {
            var sources = connection.Rows(Source.Sql, row => new Source(row));
            reference = known = new Reference(
                connection.Sequence,
                sources.ToDictionary(source => source.Id, StringComparer.Ordinal),
                new TermWords(
                    connection.Rows(
                        TermWords.Sql,
                        row => new TermWords.TermRow
                        {
                            Vocabulary = row.Text()!,
                            Code = row.Text()!,
                            LabelEs = row.Text()!,
                            LabelEn = row.Text()!,
                            SynonymsEs = row.Text(),
                            SynonymsEn = row.Text(),
                        }
                    ),
                    connection.Rows(
                        TermWords.StatesSql,
                        row => new TermWords.StateRow
                        {
                            Id = row.Text()!,
                            Abbreviation = row.Text()!,
                            NameEs = row.Text()!,
                            NameEn = row.Text()!,
                        }
                    )
                )
            );
        }

        return known;
    }

    /// <summary>Small tables as they are in a state of the data.</summary>
    internal sealed record Reference(long Sequence, Dictionary<string, Source> Sources, TermWords Terms);
}

/// <summary>A connection with its statements.</summary>
internal sealed class Connection
{
    private readonly Dictionary<string, SqliteCommand> statements = new(StringComparer.Ordinal);
    private readonly SqliteConnection handle;

    public Connection(string database)
    {
        handle = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        handle.Open();
        SqliteDialect.KeepPlans(handle);
        using var command = handle.CreateCommand();
        command.CommandText = "PRAGMA mmap_size = 1073741824; PRAGMA cache_size = -16384";
        command.ExecuteNonQuery();
    }

    /// <summary>The state that it reads.</summary>
    public long Sequence { get; set; }

    public void Run(string sql) => Prepared(sql, []).ExecuteNonQuery();

    public long Number(string sql, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        (long)Prepared(sql, arguments).ExecuteScalar()!;

    public List<T> Rows<T>(string sql, Func<Row, T> read, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        using var reader = Prepared(sql, arguments).ExecuteReader();
        var row = new Row(reader);
        var rows = new List<T>();
        while (reader.Read())
        {
            row.Begin();
            rows.Add(read(row));
        }

        return rows;
    }

    private SqliteCommand Prepared(string sql, ReadOnlySpan<(string Name, object Value)> arguments)
    {
        if (statements.TryGetValue(sql, out var command))
        {
            for (var i = 0; i < arguments.Length; i++)
            {
                command.Parameters[i].Value = arguments[i].Value;
            }

            return command;
        }

        command = handle.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in arguments)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.Prepare();
        return statements[sql] = command;
    }
}

/// <summary>The columns of a row, one after the other.</summary>
internal sealed class Row(SqliteDataReader reader)
{
    private int next;

    public void Begin() => next = 0;

    public string? Text() => Is(out var at) ? reader.GetString(at) : null;

    /// <summary>A date that is kept as text, without what may stand behind it.</summary>
    public string? Date() => Text() is { } text ? text[..10] : null;

    public long? Number() => Is(out var at) ? reader.GetInt64(at) : null;

    public double? Real() => Is(out var at) ? reader.GetDouble(at) : null;

    public bool? Flag() => Is(out var at) ? reader.GetInt64(at) != 0 : null;

    public string[] List() => Text() is { Length: > 0 } joined ? joined.Split('|') : [];

    public int[] Numbers() => Array.ConvertAll(List(), int.Parse);

    private bool Is(out int at)
    {
        at = next++;
        return !reader.IsDBNull(at);
    }
}
