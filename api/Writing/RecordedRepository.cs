using System.Globalization;
using OpenGov.Api.Database;
using OpenGov.Api.Records;

namespace OpenGov.Api.Writing;

/// <summary>Reads a record as it is written.</summary>
internal static class RecordedRepository
{
    /// <summary>The current row.</summary>
    public static string Sql(Table table) =>
        $"SELECT {string.Join(", ", table.Fields.Select(field => $"t.{field.Name}"))}, t.version FROM {table.Name} t WHERE t.id = @Id";

    /// <summary>The record; null when there is none.</summary>
    public static async Task<Recorded?> FindAsync(ReadSession session, Editing editing, string id, CancellationToken cancellationToken)
    {
        var table = editing.Described;
        if (editing.HasMixedIds)
        {
            var found = await session.QueryAsync<string>(
                WriteSql.IdInAnyCase(table),
                new { Id = id.ToLowerInvariant() },
                cancellationToken
            );
            id = found is [var own] ? own : id;
        }

        var rows = await session.QueryAsync<dynamic>(Sql(table), new { Id = id }, cancellationToken);
        if (rows is not [IDictionary<string, object?> row])
        {
            return null;
        }

        var at = await session.QueryAsync<DateTimeOffset>(WriteSql.UpdatedAt(table), new { Id = id }, cancellationToken);
        return new Recorded(
            editing,
            table.Fields.ToDictionary(field => field.Name, field => field.FromDatabase(row[field.Name])),
            Convert.ToInt32(row["version"], CultureInfo.InvariantCulture),
            at[0]
        );
    }
}
