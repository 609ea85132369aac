using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Dapper;

namespace OpenGov.Api.Records;

/// <summary>
/// Moves <c>updated_at</c> of the records whose answers show what a change has changed, at its end and once each. What a
/// record says of itself stays, and so does its version; an earlier state is left as it was.
/// </summary>
internal sealed class Touches
{
    private static readonly ILookup<string, Showing> ByTable = Showing.All.ToLookup(showing => showing.Table);

    private readonly HashSet<(Showing Showing, string Value)> found = [];
    private readonly HashSet<(string Table, string Id)> written = [];

    /// <summary>Takes note of a record that changes from one row to another; null where it was not before, or is not after.</summary>
    public void Note(Table table, string id, IReadOnlyDictionary<string, object?>? before, IReadOnlyDictionary<string, object?>? after)
    {
        written.Add((table.Name, id));
        foreach (var showing in ByTable[table.Name])
        {
            // Nobody shows yet what has only just come.
            foreach (var row in showing.Field == "id" && before is null ? [] : (IReadOnlyDictionary<string, object?>?[])[before, after])
            {
                if (row?[showing.Field] is { } value)
                {
                    foreach (var one in Convert.ToString(value, CultureInfo.InvariantCulture)!.Split('|'))
                    {
                        found.Add((showing, one));
                    }
                }
            }
        }
    }

    /// <summary>Moves them; gives the tables in which anything is another than before, what was written itself among it.</summary>
    public async Task<IReadOnlySet<string>> MoveAsync(DbConnection connection, DbTransaction transaction, string now, long sequence)
    {
        var touched = new HashSet<(string Table, string Id)>();
        var next = new HashSet<(string Table, string Id)>();
        foreach (var (showing, value) in found)
        {
            next.UnionWith(await ShowersAsync(showing, value));
        }

        while (next.Count > 0)
        {
            var fresh = next.Where(touched.Add).ToList();
            next = [];
            foreach (var (table, id) in fresh)
            {
                foreach (var showing in ByTable[table].Where(showing => showing.IsWhole))
                {
                    var value =
                        showing.Field == "id"
                            ? id
                            : await connection.ExecuteScalarAsync<object?>(TouchSql.Value(showing), new { Id = id }, transaction);
                    next.UnionWith(
                        value is null ? [] : await ShowersAsync(showing, Convert.ToString(value, CultureInfo.InvariantCulture)!)
                    );
                }
            }
        }

        // What was written itself has its instant already.
        touched.ExceptWith(written);
        foreach (var group in touched.GroupBy(one => one.Table))
        {
            var sql = TouchSql.For(Schema.Current[group.Key]);
            foreach (var (_, id) in group)
            {
                var arguments = new
                {
                    Id = id,
                    Now = now,
                    Sequence = sequence,
                };
                if (await connection.ExecuteAsync(sql.Move, arguments, transaction) > 0)
                {
                    await connection.ExecuteAsync(sql.Close, arguments, transaction);
                    await connection.ExecuteAsync(sql.Keep, arguments, transaction);
                }
            }
        }

        return touched.Concat(written).Select(one => one.Table).ToHashSet(StringComparer.Ordinal);

        async Task<IEnumerable<(string Table, string Id)>> ShowersAsync(Showing showing, string value)
        {
            IEnumerable<string?> ids = showing.Ids is null
                ? [value]
                : await connection.QueryAsync<string?>(showing.Ids, new { Id = value }, transaction);
            return ids.OfType<string>().Select(id => (showing.By, id));
        }
    }
}

/// <summary>The statements by which a record is touched.</summary>
/// <param name="Move">Moves its instant, unless it has that already.</param>
/// <param name="Close">Ends the version that was valid until now.</param>
/// <param name="Keep">Keeps it as it is from now on.</param>
internal sealed record TouchSql(string Move, string Close, string Keep)
{
    private static readonly ConditionalWeakTable<Table, TouchSql> OfTables = [];

    /// <summary>The value of a record by which those are found that show it.</summary>
    public static string Value(Showing showing) => $"SELECT t.{showing.Field} FROM {showing.Table} t WHERE t.id = @Id";

    /// <summary>The statements of a table.</summary>
    public static TouchSql For(Table table) => OfTables.GetValue(table, Of);

    private static TouchSql Of(Table table)
    {
        var columns = string.Join(", ", table.Columns);
        return new TouchSql(
            Move: $"UPDATE {table.Name} SET updated_at = @Now WHERE id = @Id AND updated_at < @Now",
            Close: WriteSql.EndOfVersion(table, "@Id", "@Sequence"),
            Keep: $"INSERT INTO {table.Name}_versions ({columns}, valid_from, valid_to) SELECT {columns}, @Sequence, "
                + $"{WriteSql.StillValid} FROM {table.Name} WHERE id = @Id"
        );
    }
}
