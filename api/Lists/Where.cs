using System.Globalization;
using System.Text;
using Dapper;
using OpenGov.Api.Database;

namespace OpenGov.Api.Lists;

/// <summary>Conditions of a statement. A value can come in only as a parameter; text in a clause is always the program's own.</summary>
public sealed class Where(Dialect dialect)
{
    private readonly List<string> clauses = [];

    /// <summary>The engine that will run the statement.</summary>
    internal Dialect Dialect => dialect;

    /// <summary>The values.</summary>
    public DynamicParameters Parameters { get; } = new();

    /// <summary>Texts of the program that stand for a name in braces in a statement, such as <c>{score}</c>.</summary>
    private readonly Dictionary<string, string> parts = [];

    /// <summary>The clauses joined by AND, or nothing.</summary>
    public string Sql => clauses.Count == 0 ? "" : $"WHERE {string.Join("\n  AND ", clauses)}";

    /// <summary>Adds a value and gives the name of its parameter.</summary>
    public string Value(object? value)
    {
        var name = $"p{count++}";
        Parameters.Add(name, dialect.Bind(value));
        return $"@{name}";
    }

    private int count;

    /// <summary>The condition that a column has one of some values.</summary>
    public string In(string column, IEnumerable<object?> values) => $"{column} IN ({Values(values)})";

    /// <summary>Adds values and gives the names of their parameters, as they stand behind IN.</summary>
    public string Values(IEnumerable<object?> values) => string.Join(", ", values.Select(Value));

    /// <summary>Says what stands for a name in braces: of what is asked more or less, only as much as was asked.</summary>
    public void Part(string name, string sql) => parts[$"{{{name}}}"] = sql;

    /// <summary>Says what rows a statement names as if they were a table: they are found once, however often it names them.</summary>
    public void Table(string name, string sql) => tables.Add($"{name} AS ({sql})");

    private readonly List<string> tables = [];

    /// <summary>The statement with what stands for its names.</summary>
    public string Complete(string statement) =>
        parts.Aggregate(
            tables.Count == 0 ? statement : $"WITH {string.Join(", ", tables)}\n{statement}",
            (text, part) => text.Replace(part.Key, part.Value, StringComparison.Ordinal)
        );

    /// <summary>A text as LIKE finds it and nothing else, where <c>ESCAPE '\'</c> follows.</summary>
    public static string Literal(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal);

    /// <summary>Adds a condition.</summary>
    public void And(string clause) => clauses.Add(clause);

    /// <summary>Adds a condition that any of several makes true.</summary>
    public void Any(IEnumerable<string> alternatives) => clauses.Add($"({string.Join(" OR ", alternatives)})");

    /// <summary>What the conditions that are added meanwhile say together, without adding them.</summary>
    public string Apart(Action add)
    {
        var before = clauses.Count;
        add();
        var apart = clauses[before..];
        clauses.RemoveRange(before, apart.Count);
        return apart.Count == 0 ? "1 = 1" : $"({string.Join(" AND ", apart)})";
    }

    /// <summary>Adds the condition that a row comes after another in a total order.</summary>
    public void After(IReadOnlyList<SortBy> order, IReadOnlyList<object?> values)
    {
        // k1 after v1, or k1 = v1 and (k2 after v2, or …): rows that were inserted before the place of the
        // cursor move nothing, and the cost does not grow with the depth.
        var text = new StringBuilder();
        var closing = 0;
        for (var i = 0; i < order.Count; i++)
        {
            var (key, sql, descending) = (order[i].Key, Compared(order[i].Key), order[i].Descending);
            string? parameter = values[i] is null ? null : Value(values[i]);
            var comes =
                parameter is null ? "1 = 0"
                : key.Nullable ? $"({sql} {(descending ? "<" : ">")} {parameter} OR {key.Sql} IS NULL)"
                : $"{sql} {(descending ? "<" : ">")} {parameter}";
            if (i == order.Count - 1)
            {
                text.Append(comes);
                break;
            }

            text.Append(
                CultureInfo.InvariantCulture,
                $"({comes} OR ({(parameter is null ? $"{key.Sql} IS NULL" : $"{sql} = {parameter}")} AND "
            );
            closing += 2;
        }

        text.Append(')', closing);
        clauses.Add(text.ToString());
    }

    /// <summary>The order as SQL; nulls last in either direction, on every engine.</summary>
    public string OrderBy(IReadOnlyList<SortBy> order)
    {
        // Where the first key can be null no index has the order. SQLite would take one that has the last, and read the rows in its order.
        var inNone = order is [{ Key.Nullable: true }, .., { Key.Nullable: false, Key.Kind: SortKind.Text }];
        return $"ORDER BY {string.Join(", ", order.Select((by, i) => inNone && i == order.Count - 1 ? Last(by) : Ordered(by)))}";
    }

    private string Last(SortBy by) => $"COALESCE({by.Key.Sql}, ''){dialect.Ordinal}{(by.Descending ? " DESC" : "")}";

    private string Ordered(SortBy by)
    {
        var nullsLast = by.Key.Nullable ? $"CASE WHEN {by.Key.Sql} IS NULL THEN 1 ELSE 0 END, " : "";
        return $"{nullsLast}{Compared(by.Key)}{(by.Descending ? " DESC" : "")}";
    }

    /// <summary>A key as it is compared: text by code point, since collations put a hyphen where each likes.</summary>
    private string Compared(OrderKey key) => key.Kind is SortKind.Text or SortKind.Name ? $"{key.Sql}{dialect.Ordinal}" : key.Sql;
}
