using System.Globalization;
using OpenGov.Api.Database;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>The id of a record.</summary>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Column">Column that holds the id.</param>
/// <param name="Table">Table of the records.</param>
/// <param name="Description">What it does.</param>
public record IdFilter(string Name, string Column, string Table, string Description) : Filter(Name, Description)
{
    /// <inheritdoc />
    public override string TakesEs => "un id de 80 caracteres cuando más";

    /// <summary>The filter by the id of the record itself, so that several known records come in one answer.</summary>
    /// <param name="table">Table of the records.</param>
    /// <param name="alias">What the list calls it.</param>
    public static IdFilter Own(string table, string alias) => new OwnIdFilter(table, $"{alias}.id");

    /// <summary>Whether <c>no_data</c> asks for rows without one.</summary>
    public virtual bool TakesNoData => true;

    /// <inheritdoc />
    public override GroupKey? Key => TakesNoData ? new(Column, Table: Table) : null;

    /// <inheritdoc />
    public override bool TryRead(string given, out string value, out string problem)
    {
        value = TakesNoData && given.Equals(NoData, StringComparison.OrdinalIgnoreCase) ? NoData : RecordId.Canonical(Table, given);
        problem = given.Length <= 80 ? "" : $"An id has at most 80 characters; this one has {given.Length}.";
        return problem.Length == 0;
    }

    /// <inheritdoc />
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) => Among(Column, values, where);
}

/// <summary>The id of the record itself, which each has.</summary>
internal sealed record OwnIdFilter(string Table, string Column)
    : IdFilter("id", Column, Table, "Ids of the records themselves, up to 100 of them; one that never was is an error.")
{
    /// <inheritdoc />
    public override bool TakesNoData => false;
}

/// <summary>The id of a record that is one of several in a column, joined by <c>|</c>.</summary>
public sealed record InListFilter(string Name, IReadOnlyList<string> Columns, string Table, string Description)
    : IdFilter(Name, Columns[0], Table, Description)
{
    /// <inheritdoc />
    public override GroupKey Key =>
        new(Columns is [var only] ? only : $"NULLIF(CONCAT_WS('|', {string.Join(", ", Columns)}), '')", Table: Table, IsList: true);

    /// <inheritdoc />
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) =>
        where.Any(Alternatives(Columns, values, where));

    /// <summary>Adds the condition that a list holds any of the values.</summary>
    public static void AmongListed(string column, IReadOnlyList<string> values, Where where) =>
        where.Any(Alternatives([column], values, where));

    /// <summary>A value stands in any of the columns; there is no data when all of them are empty.</summary>
    private static IEnumerable<string> Alternatives(IReadOnlyList<string> columns, IReadOnlyList<string> values, Where where) =>
        values.SelectMany(value =>
            value == NoData
                ? [$"({string.Join(" AND ", columns.Select(column => $"{column} IS NULL"))})"]
                : columns.Select(column => $"CONCAT('|', {column}, '|') LIKE {where.Value($"%|{Where.Literal(value)}|%")} ESCAPE '\\'")
        );
}

/// <summary>The id of a record that a condition speaks of.</summary>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Condition">The condition, with {0} for the ids.</param>
/// <param name="Table">Table of the records.</param>
/// <param name="Description">What it does.</param>
public sealed record RelatedFilter(string Name, string Condition, string Table, string Description) : IdFilter(Name, "", Table, Description)
{
    /// <inheritdoc />
    public override bool TakesNoData => false;

    /// <inheritdoc />
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) =>
        where.And(string.Format(CultureInfo.InvariantCulture, Condition, where.Values(values)));
}
