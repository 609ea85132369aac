using OpenGov.Api.Database;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

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
    public Task<IReadOnlyList<MeasureRow>> RowsAsync(
        Measure measure,
        IReadOnlyList<string> by,
        IReadOnlyDictionary<string, IReadOnlyList<string>> filters,
        bool named,
        CancellationToken cancellationToken
    ) => RowsAsync(measure.Of, measure.Within, measure.Reckoning, by, filters, named, cancellationToken);

    /// <summary>The numbers of any rows, the group with most of them first.</summary>
    /// <param name="of">What is counted.</param>
    /// <param name="within">Which of its rows count at all.</param>
    /// <param name="reckoning">What is reckoned of them.</param>
    /// <param name="by">Its keys: none, one or two.</param>
    /// <param name="filters">Values of the filters of its rows, as they were read.</param>
    /// <param name="named">Whether the groups are named, too.</param>
    /// <param name="cancellationToken">Ends the statement.</param>
    public async Task<IReadOnlyList<MeasureRow>> RowsAsync(
        Population of,
        RowsQuery within,
        Reckoning reckoning,
        IReadOnlyList<string> by,
        IReadOnlyDictionary<string, IReadOnlyList<string>> filters,
        bool named,
        CancellationToken cancellationToken
    )
    {
        var keys = by.Select(key => of.Keys[key]).ToList();
        var where = await ListQueries.FilteredAsync(session, of.List, ListRequest.Everything with { Values = filters }, cancellationToken);
        where.And(within.Condition(of.List, where, session));
        var statement = $"""
            SELECT x.key_1, x.key_2, COUNT(*) AS total, SUM(x.yes) AS yes, SUM(x.no) AS no, SUM(x.unknown) AS unknown,
                   COUNT(x.known) AS known, SUM(x.amount) AS amount, SUM(x.whole) AS whole, MAX(x.exact) AS exact
            FROM (SELECT {Key(keys, 0)} AS key_1, {Key(keys, 1)} AS key_2,
                         {Reckoned(reckoning, of.List, where)}
                  {of.List.From}
                  {where.Sql}) x
            GROUP BY x.key_1, x.key_2
            """;
        var rows = await session.QueryAsync<GroupRow>(where.Complete(statement), where.Parameters, cancellationToken);
        var sectors = keys.Any(key => key.Through is not null) ? await SectorsAsync(cancellationToken) : null;
        var sums = new Dictionary<(string?, string?), Sums>();
        foreach (var row in rows)
        {
            foreach (var first in by.Count > 0 ? Values(keys[0], row.Key1, sectors) : NoKey)
            {
                foreach (var second in by.Count > 1 ? Values(keys[1], row.Key2, sectors) : NoKey)
                {
                    if (!sums.TryGetValue((first, second), out var group))
                    {
                        sums[(first, second)] = group = new Sums();
                    }

                    group.Add(row);
                }
            }
        }

        if (by.Count == 0)
        {
            return [sums.GetValueOrDefault((null, null), new Sums()).Row(reckoning, [], (null, null))];
        }

        var labels = new List<IReadOnlyDictionary<string, NamedRow>>();
        foreach (var key in keys)
        {
            labels.Add(named ? await LabelsAsync(key, cancellationToken) : NoNames);
        }

        // A commitment with two policy areas matches a filter by one of them; the group of the other was not asked for.
        var asked = by.Select(key => filters.GetValueOrDefault(key)).ToList();
        return
        [
            .. sums.Select(group =>
                    (Keys: by.Count > 1 ? new[] { group.Key.Item1, group.Key.Item2 } : [group.Key.Item1], Sums: group.Value)
                )
                .Where(group =>
                    !asked.Where((values, i) => values is not null && !Filter.Asks(values, group.Keys[i] ?? Filter.NoData)).Any()
                )
                .OrderByDescending(group => group.Sums.Total)
                .ThenBy(group => group.Keys[0], StringComparer.Ordinal)
                .ThenBy(group => group.Keys[^1], StringComparer.Ordinal)
                .Select(group =>
                    group.Sums.Row(reckoning, group.Keys, Label(group.Keys, labels)) with
                    {
                        Names = [.. group.Keys.Select((key, i) => Name(key, labels[i]) is { } name ? (name.Es, name.En) : (null, null))],
                    }
                ),
        ];
    }

    private static readonly IReadOnlyList<string?> NoKey = [null];

    private static readonly IReadOnlyDictionary<string, NamedRow> NoNames = new Dictionary<string, NamedRow>();

    private static readonly IReadOnlyDictionary<string, NamedRow> Flags = new Dictionary<string, NamedRow>
    {
        ["true"] = new() { Es = "Sí", En = "Yes" },
        ["false"] = new() { Es = "No", En = "No" },
    };

    private static string Key(List<GroupKey> keys, int place) => place < keys.Count ? keys[place].Column : "NULL";

    /// <summary>What is reckoned of one row; what a measure does not need is null.</summary>
    private string Reckoned(Reckoning reckoning, ListSql list, Where where)
    {
        string If(RowsQuery part) => $"CASE WHEN {part.Condition(list, where, session)} THEN 1 ELSE 0 END";
        string Whole(string column) => $"CAST({column} AS BIGINT)";
        var (yes, no, unknown, known, amount, whole, exact) = ("0", "0", "0", "NULL", "0", "0", "NULL");
        switch (reckoning)
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

    /// <summary>The values of a key in a row: several when the column holds a list, null for no data.</summary>
    private static IReadOnlyCollection<string?> Values(GroupKey key, string? listed, IReadOnlyDictionary<string, SectorRow>? sectors)
    {
        if (!key.IsList || listed is null)
        {
            return [listed];
        }

        var values = listed.Split('|');
        return key.Through is null ? values : [.. values.Select(id => sectors!.GetValueOrDefault(id)?.Sector).OfType<string>().Distinct()];
    }

    private static (string?, string?) Label(string?[] keys, List<IReadOnlyDictionary<string, NamedRow>> labels)
    {
        var named = keys.Select((key, i) => Name(key, labels[i])).ToList();
        return (Joined(named.Select(name => name?.Es)), Joined(named.Select(name => name?.En)));

        static string? Joined(IEnumerable<string?> names) => names.All(name => name is not null) ? string.Join(" · ", names) : null;
    }

    /// <summary>A year is its own name.</summary>
    private static NamedRow? Name(string? key, IReadOnlyDictionary<string, NamedRow> labels) =>
        key is null ? null
        : labels.Count == 0 ? new NamedRow { Es = key, En = key }
        : labels.GetValueOrDefault(key);

    /// <summary>The names of the values of a key in both languages; none where a value is its own name.</summary>
    public async Task<IReadOnlyDictionary<string, Words>> NamesAsync(GroupKey key, CancellationToken cancellationToken) =>
        (await LabelsAsync(key, cancellationToken))
            .Where(name => (name.Value.Es ?? name.Value.En) is not null)
            .ToDictionary(name => name.Key, name => new Words(name.Value.Es ?? name.Value.En!, name.Value.En ?? name.Value.Es!));

    /// <summary>What the records of a table are called; null where they have neither title nor name.</summary>
    private static string? Named(Table table)
    {
        (string Es, string En)[] names = [("title_es", "title_en"), ("name_es", "name_en"), ("name", "name")];
        var (es, en) = Array.Find(names, name => table.ByName.ContainsKey(name.Es));
        return es is null ? null : $"SELECT r.id, r.{es} AS es, r.{en} AS en FROM {table.Name} r";
    }

    /// <summary>The names of the values of a key; none where a value is its own name.</summary>
    private async Task<IReadOnlyDictionary<string, NamedRow>> LabelsAsync(GroupKey key, CancellationToken cancellationToken)
    {
        if (key.IsFlag)
        {
            return Flags;
        }

        var sql = key switch
        {
            { Vocabulary: { } vocabulary } =>
                $"SELECT t.code AS id, t.label_es AS es, t.label_en AS en FROM terms t WHERE t.vocabulary = '{vocabulary}'",
            { Table: { } table } => Named(Schema.Current[table]),
            _ => null,
        };
        return sql is null ? NoNames : await session.WholeAsync<NamedRow>(sql, row => row.Id, cancellationToken);
    }

    private Task<IReadOnlyDictionary<string, SectorRow>> SectorsAsync(CancellationToken cancellationToken) =>
        session.WholeAsync<SectorRow>("SELECT g.id, g.sector FROM organizations g", row => row.Id, cancellationToken);

    /// <summary>What is summed of the rows of one group.</summary>
    private sealed class Sums
    {
        private long yes;
        private long no;
        private long unknown;
        private int known;
        private long amount;
        private long whole;
        private decimal? exact;

        public int Total { get; private set; }

        public void Add(GroupRow row)
        {
            Total += row.Total;
            known += row.Known;
            yes += row.Yes ?? 0;
            no += row.No ?? 0;
            unknown += row.Unknown ?? 0;
            amount += row.Amount ?? 0;
            whole += row.Whole ?? 0;
            exact = row.Exact;
        }

        public MeasureRow Row(Reckoning reckoning, string?[] keys, (string?, string?) label)
        {
            var isParts = reckoning is Reckoning.Parts;
            return new MeasureRow(
                keys,
                label,
                reckoning switch
                {
                    Reckoning.Count => Total,
                    Reckoning.Sum => known == 0 ? null : amount,
                    Reckoning.Mean mean => known == 0 ? null : Numbers.Mean(amount, known, mean.Decimals),
                    Reckoning.Share => whole == 0 ? null : Numbers.Mean(100m * amount, whole, 1),
                    Reckoning.Single => Total == 1 ? exact : null,
                    _ => null,
                },
                isParts ? (int)yes : null,
                isParts ? (int)no : null,
                isParts ? (int)unknown : null,
                Total,
                isParts ? (int)(yes + no)
                    : reckoning is Reckoning.Count ? null
                    : known
            );
        }
    }

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

    private sealed record NamedRow
    {
        public string Id { get; init; } = "";
        public string? Es { get; init; }
        public string? En { get; init; }
    }

    private sealed record SectorRow
    {
        public string Id { get; init; } = "";
        public string Sector { get; init; } = "";
    }
}
