using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using OpenGov.Api.Database;
using OpenGov.Api.Records;

namespace OpenGov.Api.Package;

/// <summary>
/// The public data as a SQLite file: the tables of the package as they are, and of each a view for people in either language, with the
/// names of codes. Nothing else of the service's database is in it.
/// </summary>
internal static class SqlitePackage
{
    private static readonly (string Language, string Other)[] Languages = [("es", "en"), ("en", "es")];

    /// <summary>Writes the data into a new file.</summary>
    public static async Task WriteAsync(Exporter exporter, string path, CancellationToken cancellationToken)
    {
        var address = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        await using var connection = new SqliteConnection(address);
        await connection.OpenAsync(cancellationToken);

        // Nobody reads it before it is whole.
        await RunAsync("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF");
        await RunAsync("BEGIN");
        foreach (var table in Schema.Current.Tables)
        {
            await RunAsync(Create(table));
            await FillAsync(connection, table, exporter.RowsAsync(table, cancellationToken), cancellationToken);
        }

        await RunAsync(
            "CREATE TABLE data_dictionary (table_name TEXT NOT NULL, field_name TEXT NOT NULL, type TEXT NOT NULL, description TEXT NOT NULL, "
                + "vocabulary TEXT, is_list INTEGER NOT NULL, PRIMARY KEY (table_name, field_name))"
        );
        await FillDictionaryAsync(connection, cancellationToken);
        foreach (var table in Schema.Current.Tables)
        {
            foreach (var (language, other) in Languages)
            {
                await RunAsync(View(table, language, other));
            }
        }

        await RunAsync("COMMIT");

        async Task RunAsync(string sql)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static string Create(Table table)
    {
        var columns = table.Fields.Select(field =>
            $"{Quoted(field.Name)} {Type(field)}"
            + (field.Name == "id" ? " PRIMARY KEY" : "")
            + (field.Required ? " NOT NULL" : "")
            + (field.Unique && field.Name != "id" ? " UNIQUE" : "")
            + (field.References is { } to && !field.IsList ? $" REFERENCES {to.Table} ({Quoted(to.Field)})" : "")
        );
        return $"CREATE TABLE {table.Name} ({string.Join(", ", columns)})";
    }

    /// <summary>Some fields are called as words of SQL are.</summary>
    private static string Quoted(string name) => $"\"{name}\"";

    private static string Type(Field field) =>
        field.Type switch
        {
            "integer" or "boolean" => "INTEGER",
            "number" => "REAL",
            _ => "TEXT",
        };

    private static async Task FillAsync(
        SqliteConnection connection,
        Table table,
        IAsyncEnumerable<IEnumerable<object?>> rows,
        CancellationToken cancellationToken
    )
    {
        await using var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO {table.Name} VALUES ({string.Join(", ", table.Fields.Select((_, i) => $"$p{i}"))})";
        List<SqliteParameter> parameters = [.. table.Fields.Select((_, i) => insert.Parameters.AddWithValue($"$p{i}", DBNull.Value))];
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            var place = 0;
            foreach (var value in row)
            {
                parameters[place++].Value = value switch
                {
                    null => DBNull.Value,
                    decimal number => Convert.ToDouble(number, CultureInfo.InvariantCulture),
                    DateOnly date => TypeHandlers.Format(date),
                    _ => value,
                };
            }

            await insert.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task FillDictionaryAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        await using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO data_dictionary VALUES ($table, $field, $type, $description, $vocabulary, $list)";
        foreach (var (table, field) in Schema.Current.Tables.SelectMany(table => table.Fields, (table, field) => (table, field)))
        {
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$table", table.Name);
            insert.Parameters.AddWithValue("$field", field.Name);
            insert.Parameters.AddWithValue("$type", field.Type);
            insert.Parameters.AddWithValue("$description", field.Description);
            insert.Parameters.AddWithValue("$vocabulary", field.Vocabulary ?? (object)DBNull.Value);
            insert.Parameters.AddWithValue("$list", field.IsList);
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>
    /// A table in one language: a text that is there in two has the name without its language; beside each code, or list of codes, stands
    /// what it is called.
    /// </summary>
    private static string View(Table table, string language, string other)
    {
        var columns = new StringBuilder();
        foreach (var field in table.Fields)
        {
            if (field.Name.EndsWith($"_{other}", StringComparison.Ordinal) && table.ByName.ContainsKey($"{field.Name[..^2]}{language}"))
            {
                continue;
            }

            var isOfLanguage =
                field.Name.EndsWith($"_{language}", StringComparison.Ordinal) && table.ByName.ContainsKey($"{field.Name[..^2]}{other}");
            columns.Append(
                CultureInfo.InvariantCulture,
                $"{(columns.Length == 0 ? "" : ", ")}r.{Quoted(field.Name)}{(isOfLanguage ? $" AS {Quoted(field.Name[..^3])}" : "")}"
            );
            if (field.Vocabulary is { } vocabulary)
            {
                columns.Append(CultureInfo.InvariantCulture, $", ({Label(field, vocabulary, language)}) AS {field.Name}_label");
            }
        }

        return $"CREATE VIEW {table.Name}_{language} AS SELECT {columns} FROM {table.Name} r";
    }

    /// <summary>What a code is called; of several, what each is. SQLite orders what it puts together only since 3.44, so the rows come in order.</summary>
    private static string Label(Field field, string vocabulary, string language) =>
        field.IsList
            ? $"SELECT group_concat(x.label, '; ') FROM (SELECT t.label_{language} AS label FROM terms t WHERE t.vocabulary = '{vocabulary}' "
                + $"AND instr('|' || r.{Quoted(field.Name)} || '|', '|' || t.code || '|') > 0 ORDER BY t.code) x"
            : $"SELECT t.label_{language} FROM terms t WHERE t.vocabulary = '{vocabulary}' AND t.code = CAST(r.{Quoted(field.Name)} AS TEXT)";
}
