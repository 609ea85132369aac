using OpenGov.Api.Database;

namespace OpenGov.Api.Records;

/// <summary>What is asked of the other records.</summary>
internal static class NeighbourSql
{
    /// <summary>Which of so many values records have.</summary>
    public static string Among(Reference reference, int count) =>
        $"SELECT r.{reference.Field} FROM {reference.Table} r WHERE r.{reference.Field} "
        + $"IN ({string.Join(", ", Enumerable.Range(0, count).Select(i => $"@v{i}"))})";

    /// <summary>One who names a record by a field, and is not that record.</summary>
    public static string NamedBy(Table by, Field field)
    {
        var names = field.IsList
            ? $"CONCAT('|', t.{field.Name}, '|') LIKE CONCAT('%|', @Value, '|%') ESCAPE '\\'"
            : $"t.{field.Name} = @Value";
        return $"SELECT MIN(t.id) FROM {by.Name} t WHERE {names}{(by.Name == field.References!.Table ? " AND t.id <> @Id" : "")}";
    }

    /// <summary>The values before one that does not exist.</summary>
    public static string Before(Reference reference, Dialect dialect) =>
        $"SELECT r.{reference.Field} FROM {reference.Table} r WHERE r.{reference.Field} < @Id ORDER BY r.{reference.Field} DESC "
        + $"{dialect.Take}";

    /// <summary>The values after one that does not exist.</summary>
    public static string After(Reference reference, Dialect dialect) =>
        $"SELECT r.{reference.Field} FROM {reference.Table} r WHERE r.{reference.Field} > @Id ORDER BY r.{reference.Field} {dialect.Take}";

    /// <summary>Values that two records have, letter by letter, and two of those.</summary>
    public static string Twice(Table table, IReadOnlyList<string> key, Dialect dialect) =>
        $"""
            SELECT {string.Join(", ", key.Select(name => $"MIN(t.{name}) AS {name}"))}, MIN(t.id) AS first_id, MAX(t.id) AS last_id
            FROM {table.Name} t
            WHERE {string.Join(" AND ", key.Select(name => $"t.{name} IS NOT NULL"))}
            GROUP BY {string.Join(", ", key.Select(name => $"t.{name}{(table.ByName[name].Type == "string" ? dialect.Ordinal : "")}"))}
            HAVING COUNT(*) > 1
            """;

    /// <summary>What a rule between tables reads of the records of so many things.</summary>
    public static string Of(TogetherPart part, int count) =>
        $"SELECT {string.Join(", ", part.Fields.Select(field => $"t.{field}"))} FROM {part.Table} t WHERE t.{part.Key} "
        + $"IN ({string.Join(", ", Enumerable.Range(0, count).Select(i => $"@v{i}"))})";

    /// <summary>What every record of a table names by some fields.</summary>
    public static string Named(Table table, IReadOnlyList<Field> fields) =>
        $"SELECT t.id, {string.Join(", ", fields.Select(field => $"t.{field.Name}"))} FROM {table.Name} t";
}
