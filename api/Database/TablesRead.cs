using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace OpenGov.Api.Database;

/// <summary>The tables of records that something was read from: it stays as it is while none of them changes.</summary>
/// <param name="Names">Their names; null for all that there is, the log of changes and the index of words among it.</param>
public sealed partial record TablesRead(IReadOnlySet<string>? Names)
{
    /// <summary>Statements whose tables are known; then all of them are forgotten.</summary>
    private const int MostStatements = 4_000;

    private const string OfVersions = "_versions";

    private static readonly ConcurrentDictionary<string, TablesRead> Known = new(StringComparer.Ordinal);

    /// <summary>Whatever changes, it may be another.</summary>
    public static readonly TablesRead All = new((IReadOnlySet<string>?)null);

    /// <summary>No table.</summary>
    public static readonly TablesRead None = new(new HashSet<string>());

    /// <summary>These and those.</summary>
    public TablesRead With(TablesRead others) =>
        Names is null || others.Names is null ? All
        : others.Names.IsSubsetOf(Names) ? this
        : new TablesRead(Names.Union(others.Names).ToHashSet(StringComparer.Ordinal));

    /// <summary>The tables of a statement. One that names anything that is no table of records reads from all.</summary>
    public static TablesRead Of(string sql, ITables tables)
    {
        if (Known.TryGetValue(sql, out var known))
        {
            return known;
        }

        if (Known.Count >= MostStatements)
        {
            Known.Clear();
        }

        return Known[sql] = Find(sql, tables);
    }

    /// <summary>Names behind FROM and JOIN, each once: of tables, and of what the statement itself defines.</summary>
    internal static IEnumerable<string> NamesIn(string sql) => TableNames().Matches(sql).Select(match => match.Groups[1].Value).Distinct();

    private static TablesRead Find(string sql, ITables tables)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in NamesIn(sql).Where(name => !sql.Contains($"{name} AS (", StringComparison.Ordinal)))
        {
            var table = name.EndsWith(OfVersions, StringComparison.Ordinal) ? name[..^OfVersions.Length] : name;
            if (tables.ColumnsOf(table) is null)
            {
                return All;
            }

            names.Add(table);
        }

        return new TablesRead(names);
    }

    [GeneratedRegex(@"\b(?:FROM|JOIN)\s+([a-z_]+)\b", RegexOptions.CultureInvariant)]
    private static partial Regex TableNames();
}
