using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;

namespace OpenGov.Limits;

/// <summary>The rows of commitments.csv into a bare table by one prepared statement in one transaction.</summary>
internal static class Insert
{
    public static int Run(string package, string database)
    {
        File.Delete(database);
        var watch = Stopwatch.StartNew();
        using var connection = new SqliteConnection($"Data Source={database}");
        connection.Open();
        Execute("PRAGMA journal_mode = WAL; PRAGMA cache_size = -65536");
        using var reader = new StreamReader(Path.Combine(package, "commitments.csv"));
        var header = Row(reader)!;
        Execute(
            $"CREATE TABLE commitments (id TEXT NOT NULL PRIMARY KEY, {string.Join(", ", header.Skip(1).Select(column => $"{column} TEXT"))})"
        );
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO commitments VALUES ({string.Join(", ", header.Select((_, i) => $"$p{i}"))})";
        var values = header.Select((_, i) => insert.Parameters.Add($"$p{i}", SqliteType.Text)).ToArray();
        insert.Prepare();
        var rows = 0;
        while (Row(reader) is { } row)
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i].Value = row[i].Length == 0 ? DBNull.Value : row[i];
            }

            insert.ExecuteNonQuery();
            rows++;
        }

        transaction.Commit();
        Console.WriteLine($"{rows} {watch.ElapsedMilliseconds}");
        return 0;

        void Execute(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    private static List<string>? Row(StreamReader reader)
    {
        if (reader.EndOfStream)
        {
            return null;
        }

        var row = new List<string>(40);
        var cell = new StringBuilder();
        var quoted = false;
        while (true)
        {
            var next = reader.Read();
            if (quoted)
            {
                if (next == '"' && reader.Peek() == '"')
                {
                    cell.Append((char)reader.Read());
                }
                else if (next == '"')
                {
                    quoted = false;
                }
                else
                {
                    cell.Append((char)next);
                }
            }
            else if (next == '"')
            {
                quoted = true;
            }
            else if (next is ',' or '\n' or -1)
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (next is not ',')
                {
                    return row;
                }
            }
            else if (next != '\r')
            {
                cell.Append((char)next);
            }
        }
    }
}
