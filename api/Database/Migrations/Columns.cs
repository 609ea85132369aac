using FluentMigrator.Builders.Create.Table;

namespace OpenGov.Api.Database.Migrations;

/// <summary>
/// The column types of the product, each said once for both engines. They are frozen with the migrations that use
/// them: what changes gets another name, for a database that is made today is the one that was made then.
/// </summary>
internal static class Columns
{
    /// <summary>A code, an id or a short label of at most 80 characters.</summary>
    public static ICreateTableColumnOptionOrWithColumnSyntax Code(this ICreateTableWithColumnSyntax table, string name) =>
        table.WithColumn(name).AsString(80).Nullable();

    /// <summary>
    /// The id of a row of another table. The current table holds the key; its versions do not, since a version
    /// may outlive the row that it names.
    /// </summary>
    public static ICreateTableColumnOptionOrWithColumnSyntax Reference(this ICreateTableWithColumnSyntax table, string name, string parent)
    {
        var column = table.Code(name);
        var owner = ((CreateTableExpressionBuilder)column).Expression.TableName;
        return owner.EndsWith("_versions", StringComparison.Ordinal) ? column : column.ForeignKey($"fk_{owner}_{name}", parent, "id");
    }

    /// <summary>A name or a title of at most 400 characters.</summary>
    public static ICreateTableColumnOptionOrWithColumnSyntax Name(this ICreateTableWithColumnSyntax table, string name) =>
        table.WithColumn(name).AsString(400).Nullable();

    /// <summary>Text of any length that the schema allows.</summary>
    public static ICreateTableColumnOptionOrWithColumnSyntax Text(this ICreateTableWithColumnSyntax table, string name) =>
        table.WithColumn(name).AsString(int.MaxValue).Nullable();

    /// <summary>The two languages of a name.</summary>
    public static ICreateTableColumnOptionOrWithColumnSyntax Names(this ICreateTableWithColumnSyntax table, string name) =>
        table.Name($"{name}_es").Name($"{name}_en");

    /// <summary>The two languages of a text.</summary>
    public static ICreateTableColumnOptionOrWithColumnSyntax Texts(this ICreateTableWithColumnSyntax table, string name) =>
        table.Text($"{name}_es").Text($"{name}_en");

    /// <summary>A whole number.</summary>
    public static ICreateTableColumnOptionOrWithColumnSyntax Whole(this ICreateTableWithColumnSyntax table, string name) =>
        table.WithColumn(name).AsInt32().Nullable();

    /// <summary>A number with at most six decimals.</summary>
    public static ICreateTableColumnOptionOrWithColumnSyntax Number(this ICreateTableWithColumnSyntax table, string name) =>
        table.WithColumn(name).AsDecimal(18, 6).Nullable();

    /// <summary>Yes or no.</summary>
    public static ICreateTableColumnOptionOrWithColumnSyntax Flag(this ICreateTableWithColumnSyntax table, string name) =>
        table.WithColumn(name).AsBoolean().Nullable();

    /// <summary>A calendar date.</summary>
    public static ICreateTableColumnOptionOrWithColumnSyntax Date(this ICreateTableWithColumnSyntax table, string name) =>
        table.WithColumn(name).AsDate().Nullable();

    /// <summary>A calendar date with the precision to which it is known.</summary>
    public static ICreateTableColumnOptionOrWithColumnSyntax KnownDate(this ICreateTableWithColumnSyntax table, string name) =>
        table.Date(name).Code($"{name}_precision");

    /// <summary>What every record says of its own origin.</summary>
    public static ICreateTableColumnOptionOrWithColumnSyntax Origin(this ICreateTableWithColumnSyntax table) =>
        table.Text("source_ids").Code("confidence").Texts("note");

    /// <summary>Folded twins by which names sort.</summary>
    public static ICreateTableColumnOptionOrWithColumnSyntax Sort(this ICreateTableWithColumnSyntax table, params string[] names) =>
        names.Aggregate((ICreateTableColumnOptionOrWithColumnSyntax)table, (columns, name) => columns.Name($"{name}_sort"));

    /// <summary>Folded words that <c>q</c> searches.</summary>
    public static ICreateTableColumnOptionOrWithColumnSyntax Search(this ICreateTableWithColumnSyntax table) => table.Text("search_text");
}
