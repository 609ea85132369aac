using OpenGov.Api.Database;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Measures;

/// <summary>Reckons a measure: one statement over its rows, whatever it is grouped by.</summary>
internal sealed class MeasuresRepository(ReadSession session)
{
    /// <summary>The numbers of a measure, the group with most rows first.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="by">Keys of its population: none, one or two.</param>
    /// <param name="filters">Values of the filters of its rows, as they were read.</param>
    /// <param name="named">Whether the groups are named, too.</param>
    /// <param name="cancellationToken">Ends the statement.</param>
    public async Task<IReadOnlyList<MeasureRow>> RowsAsync(
        Measure measure,
        IReadOnlyList<string> by,
        IReadOnlyDictionary<string, IReadOnlyList<string>> filters,
        bool named,
        CancellationToken cancellationToken
    )
    {
        var (of, keys) = (measure.Of, by.Select(key => measure.Of.Keys[key]).ToList());
        var where = await ListQueries.FilteredAsync(session, of.List, ListRequest.Everything with { Values = filters }, cancellationToken);
        where.And(measure.Within.Condition(of.List, where, session));
        var statement = $"""
            SELECT x.key_1, x.key_2, COUNT(*) AS total, SUM(x.yes) AS yes, SUM(x.no) AS no, SUM(x.unknown) AS unknown,
                   COUNT(x.known) AS known, SUM(x.amount) AS amount, SUM(x.whole) AS whole, MAX(x.exact) AS exact
            FROM (SELECT {Key(keys, 0)} AS key_1, {Key(keys, 1)} AS key_2,
                         {Reckoned(measure, where)}
                  {of.List.From}
                  {where.Sql}) x
            GROUP BY x.key_1, x.key_2
            """;
        var rows = await session.QueryAsync<GroupRow>(where.Complete(statement), where.Parameters, cancellationToken);
        if (by.Count == 0)
        {
            return [Row(measure, [], (null, null), rows)];
        }

        var sectors = keys.Any(key => key.Through is not null) ? await SectorsAsync(cancellationToken) : null;
        var labels = new List<Dictionary<string, (string?, string?)>>();
        foreach (var key in keys)
        {
            labels.Add(named ? await LabelsAsync(key, cancellationToken) : []);
        }

        var groups =
            from row in rows
            from first in Values(keys[0], row.Key1, sectors)
            from second in keys.Count > 1 ? Values(keys[1], row.Key2, sectors) : [null]
            group row by (first, second) into grouped
            orderby grouped.Sum(row => row.Total) descending, grouped.Key.first, grouped.Key.second
            select (Keys: keys.Count > 1 ? new[] { grouped.Key.first, grouped.Key.second } : [grouped.Key.first], Rows: grouped);

        // A commitment with two policy areas matches a filter by one of them; the group of the other was not asked for.
        return
        [
            .. groups
                .Where(group =>
                    !by.Where((key, i) => filters.TryGetValue(key, out var wanted) && !wanted.Contains(group.Keys[i] ?? Filter.NoData))
                        .Any()
                )
                .Select(group => Row(measure, group.Keys, Label(group.Keys, labels), group.Rows)),
        ];
    }

    private static string Key(List<GroupKey> keys, int place) => place < keys.Count ? keys[place].Column : "NULL";

    /// <summary>What is reckoned of one row; what a measure does not need is null.</summary>
    private string Reckoned(Measure measure, Where where)
    {
        string If(RowsQuery part) => $"CASE WHEN {part.Condition(measure.Of.List, where, session)} THEN 1 ELSE 0 END";
        string Whole(string column) => $"CAST({column} AS BIGINT)";
        var (yes, no, unknown, known, amount, whole, exact) = ("0", "0", "0", "NULL", "0", "0", "NULL");
        switch (measure.Reckoning)
        {
            case Reckoning.Parts parts:
                (yes, no, unknown) = (If(parts.Yes), If(parts.No), If(parts.Unknown));
                break;
            case Reckoning.Sum sum:
                (known, amount) = (sum.Column, Whole(sum.Column));
                break;
            case Reckoning.Mean mean:
                (known, amount) = (mean.Column, Whole(mean.Column));
                break;
            case Reckoning.Share share:
                // Of nothing there is no share.
                (known, whole) = ($"CASE WHEN {share.Whole} > 0 THEN 1 END", Whole(share.Whole));
                amount = $"CASE WHEN {share.Whole} > 0 THEN {Whole(share.Of)} END";
                break;
            case Reckoning.Single single:
                (known, exact) = (single.Column, single.Column);
                break;
        }

        return $"{yes} AS yes, {no} AS no, {unknown} AS unknown, {known} AS known, {amount} AS amount, {whole} AS whole, {exact} AS exact";
    }

    private static MeasureRow Row(Measure measure, string?[] keys, (string?, string?) label, IEnumerable<GroupRow> rows)
    {
        var all = rows.ToList();
        var (total, known) = (all.Sum(row => row.Total), all.Sum(row => row.Known));
        var (amount, whole) = (all.Sum(row => row.Amount ?? 0), all.Sum(row => row.Whole ?? 0));
        var isParts = measure.Reckoning is Reckoning.Parts;
        var (yes, no) = ((int)all.Sum(row => row.Yes ?? 0), (int)all.Sum(row => row.No ?? 0));
        return new MeasureRow(
            keys,
            label,
            measure.Reckoning switch
            {
                Reckoning.Count => total,
                Reckoning.Sum => known == 0 ? null : amount,
                Reckoning.Mean mean => known == 0 ? null : Numbers.Mean(amount, known, mean.Decimals),
                Reckoning.Share => whole == 0 ? null : Numbers.Mean(100m * amount, whole, 1),
                Reckoning.Single => total == 1 ? all[0].Exact : null,
                _ => null,
            },
            isParts ? yes : null,
            isParts ? no : null,
            isParts ? (int)all.Sum(row => row.Unknown ?? 0) : null,
            total,
            isParts ? yes + no
                : measure.Reckoning is Reckoning.Count ? null
                : known
        );
    }

    /// <summary>The values of a key in a row: several when the column holds a list, null for no data.</summary>
    private static IEnumerable<string?> Values(GroupKey key, string? kept, Dictionary<string, string>? sectors)
    {
        if (!key.IsList || kept is null)
        {
            return [kept];
        }

        var values = kept.Split('|');
        return key.Through is null ? values : values.Select(id => sectors!.GetValueOrDefault(id)).OfType<string>().Distinct();
    }

    private static (string?, string?) Label(string?[] keys, List<Dictionary<string, (string? Es, string? En)>> labels)
    {
        // A year is its own name.
        var named = keys.Select(
                (key, i) =>
                    key is null ? default
                    : labels[i].Count == 0 ? ((string? Es, string? En))(key, key)
                    : labels[i].GetValueOrDefault(key)
            )
            .ToList();
        return (Joined(named.Select(name => name.Es)), Joined(named.Select(name => name.En)));

        static string? Joined(IEnumerable<string?> names) => names.All(name => name is not null) ? string.Join(" · ", names) : null;
    }

    private async Task<Dictionary<string, (string?, string?)>> LabelsAsync(GroupKey key, CancellationToken cancellationToken)
    {
        var (sql, vocabulary) = key switch
        {
            { Vocabulary: { } name } => (
                "SELECT t.code AS id, t.label_es AS es, t.label_en AS en FROM terms t WHERE t.vocabulary = @Name",
                name
            ),
            { Table: "states" } => ("SELECT s.id, s.name_es AS es, s.name_en AS en FROM states s", ""),
            { Table: "metric_indicators" } => ("SELECT i.id, i.name_es AS es, i.name_en AS en FROM metric_indicators i", ""),
            { Table: { } table } => ($"SELECT r.id, r.title_es AS es, r.title_en AS en FROM {table} r", ""),
            _ => (null, ""),
        };
        return sql is null
            ? []
            : (await session.QueryAsync<LabelRow>(sql, new { Name = vocabulary }, cancellationToken)).ToDictionary(
                row => row.Id,
                row => (row.Es, row.En)
            );
    }

    private async Task<Dictionary<string, string>> SectorsAsync(CancellationToken cancellationToken) =>
        (
            await session.QueryAsync<(string Id, string Sector)>("SELECT g.id, g.sector FROM organizations g", null, cancellationToken)
        ).ToDictionary(organization => organization.Id, organization => organization.Sector);

    private sealed record GroupRow
    {
        public string? Key1 { get; init; }
        public string? Key2 { get; init; }
        public int Total { get; init; }
        public long? Yes { get; init; }
        public long? No { get; init; }
        public long? Unknown { get; init; }
        public int Known { get; init; }
        public long? Amount { get; init; }
        public long? Whole { get; init; }
        public decimal? Exact { get; init; }
    }

    private sealed record LabelRow
    {
        public string Id { get; init; } = "";
        public string? Es { get; init; }
        public string? En { get; init; }
    }
}
