using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests;

/// <summary>Reads statements with Microsoft's own grammar, and looks up the tables, columns and functions that they name.</summary>
internal static partial class TSql
{
    /// <summary>Functions that both engines know and mean alike: of means and rounding each has its own.</summary>
    private static readonly HashSet<string> Functions = new(StringComparer.OrdinalIgnoreCase)
    {
        "ABS",
        "CAST",
        "CONCAT",
        "CONCAT_WS",
        "COUNT",
        // Of the dialect, which spells them otherwise on SQLite.
        "DATEADD",
        "EOMONTH",
        "LOWER",
        "MAX",
        "MIN",
        "NULLIF",
        "REPLACE",
        "ROW_NUMBER",
        "STRING_AGG",
        "SUBSTRING",
        "SUM",
        "TRIM",
        "UPPER",
    };

    /// <summary>Tables that the service has beside those of the package.</summary>
    public static readonly Dictionary<string, string[]> OwnTables = new()
    {
        ["changes"] =
        [
            "sequence",
            "changed_at",
            "record_type",
            "record_id",
            "version",
            "action",
            "fields",
            "actor_role",
            "actor_organization",
            "reason",
        ],
        ["data_version"] = ["id", "sequence", "changed_at"],
        ["search_words"] = ["record_type", "word", "record_id"],
        ["api_keys"] =
        [
            "id",
            "secret_hash",
            "name",
            "organization",
            "role",
            "scope",
            "requests",
            "created_at",
            "revoked_at",
            "expires_at",
            "last_used_at",
        ],
        ["audit_log"] = ["id", "occurred_at", "action", "caller", "role", "organization", "subject", "detail", "scope"],
        ["webhooks"] =
        [
            "id",
            "caller",
            "url",
            "types",
            "states",
            "plans",
            "secret",
            "previous_secret",
            "previous_until",
            "position",
            "created_at",
            "failing_since",
            "disabled_at",
            "disabled_reason",
            "service",
        ],
        ["webhook_deliveries"] =
        [
            "id",
            "webhook_id",
            "sequence",
            "status",
            "attempts",
            "created_at",
            "next_at",
            "leased_until",
            "last_at",
            "last_status",
            "last_error",
        ],
        ["kept_answers"] = ["id", "request_hash", "status", "location", "etag", "body", "created_at"],
    };

    [GeneratedRegex("'(?:[^']|'')*'")]
    private static partial Regex Literal();

    /// <summary>What is wrong with a statement for SQL Server, or for SQLite beside it.</summary>
    public static IEnumerable<string> Problems(string statement)
    {
        var fragment = Parse(statement, out var errors);
        if (errors.Count > 0 || fragment is null)
        {
            return errors.Select(error => error.Message).DefaultIfEmpty("nothing was parsed");
        }

        var names = new Names();
        fragment.Accept(names);
        return Literal().Replace(statement, "").Contains("||", StringComparison.Ordinal)
            ? [.. names.Problems(), "|| is younger than SQL Server 2022; use CONCAT"]
            : names.Problems();
    }

    /// <summary>The tables that a statement reads, as the grammar finds them; versions are of the table of their records.</summary>
    public static IEnumerable<string> Tables(string statement)
    {
        var names = new Names();
        Parse(statement, out _)?.Accept(names);
        return names
            .Tables.Select(table => table.EndsWith("_versions", StringComparison.Ordinal) ? table[..^9] : table)
            .Where(table => Schema.Current.Find(table) is not null || OwnTables.ContainsKey(table));
    }

    public static TSqlFragment? Parse(string statement, out IList<ParseError> errors)
    {
        using var text = new StringReader(statement);
        return new TSql160Parser(initialQuotedIdentifiers: true).Parse(text, out errors);
    }

    /// <summary>Collects what a statement names.</summary>
    private sealed class Names : TSqlFragmentVisitor
    {
        // An alias can stand for another table in another part of a statement; a column must be in one of them.
        private readonly List<(string Alias, string Table)> aliases = [];
        private readonly List<string[]> columns = [];
        private readonly List<string> found = [];
        private readonly HashSet<string> defined = [];

        public IEnumerable<string> Tables => aliases.Select(alias => alias.Table);

        public override void Visit(NamedTableReference node) =>
            aliases.Add(((node.Alias ?? node.SchemaObject.BaseIdentifier).Value, node.SchemaObject.BaseIdentifier.Value));

        /// <summary>A statement may define tables of its own.</summary>
        public override void Visit(CommonTableExpression node) => defined.Add(node.ExpressionName.Value);

        public override void Visit(ColumnReferenceExpression node)
        {
            if (node.MultiPartIdentifier is { } parts)
            {
                columns.Add([.. parts.Identifiers.Select(part => part.Value)]);
            }
        }

        public override void Visit(FunctionCall node)
        {
            if (!Functions.Contains(node.FunctionName.Value))
            {
                found.Add($"{node.FunctionName.Value} is not a function that both engines know");
            }
        }

        public override void Visit(BinaryExpression node)
        {
            if (node.BinaryExpressionType == BinaryExpressionType.Add && (IsText(node.FirstExpression) || IsText(node.SecondExpression)))
            {
                found.Add("+ does not join text on SQLite; use CONCAT");
            }
        }

        public IEnumerable<string> Problems()
        {
            foreach (var table in aliases.Select(alias => alias.Table).Where(table => ColumnsOf(table) is null && !defined.Contains(table)))
            {
                found.Add($"there is no table {table}");
            }

            // A column without an alias can only be checked where the statement names one table.
            if (aliases is [var only] && ColumnsOf(only.Table) is { } known)
            {
                found.AddRange(
                    columns
                        .Where(parts => parts.Length == 1 && !known.Contains(parts[0]))
                        .Select(parts => $"{only.Table} has no column {parts[0]}")
                );
            }

            foreach (var parts in columns.Where(parts => parts.Length == 2))
            {
                var tables = aliases.Where(alias => alias.Alias == parts[0]).Select(alias => alias.Table).ToList();
                if (tables.Count > 0 && tables.All(table => ColumnsOf(table)?.Contains(parts[1]) == false))
                {
                    found.Add($"{string.Join(" and ", tables)} have no column {parts[1]}");
                }
            }

            return found;
        }

        private static bool IsText(ScalarExpression expression) =>
            expression is StringLiteral
            || expression is ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [.., var name] }
                && (name.Value.EndsWith("_es", StringComparison.Ordinal) || name.Value.EndsWith("_en", StringComparison.Ordinal));

        private static IReadOnlyCollection<string>? ColumnsOf(string table) =>
            OwnTables.TryGetValue(table, out var own) ? own
            : Schema.Current.Find(table) is { } current ? current.Columns
            : table.EndsWith("_versions", StringComparison.Ordinal) && Schema.Current.Find(table[..^9]) is { } versioned
                ? [.. versioned.Columns, "valid_from", "valid_to"]
            : null;
    }
}
