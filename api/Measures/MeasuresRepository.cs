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
    ) => (await CountAsync(of, within, reckoning, by, filters, named, cancellationToken)).Groups;

    /// <summary>The same with how many rows there are: one of several values is in several groups, and one row.</summary>
    /// <inheritdoc cref="RowsAsync(Population, RowsQuery, Reckoning, IReadOnlyList{string}, IReadOnlyDictionary{string, IReadOnlyList{string}}, bool, CancellationToken)" />
    public async Task<(int Total, IReadOnlyList<MeasureRow> Groups)> CountAsync(
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
        var reckoned = Of(reckoning, of.List, where);
        var counted = of.List.CountedFor(session, [.. filters.Keys, .. within.Names, .. Asked(reckoning)]);
        if (counted is not null)
        {
            where.And(counted.Condition);
        }

        var statement = Statement(of.List, counted, by, keys, reckoned, where);
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

        var total = rows.Sum(row => row.Total);
        if (by.Count == 0)
        {
            return (total, [sums.GetValueOrDefault((null, null), new Sums()).Row(reckoning, [], (null, null))]);
        }

        var labels = new List<IReadOnlyDictionary<string, NamedRow>>();
        foreach (var key in keys)
        {
            labels.Add(named ? await LabelsAsync(key, cancellationToken) : NoNames);
        }

        // A commitment with two policy areas matches a filter by one of them; the group of the other was not asked for.
        var asked = by.Select(key => filters.GetValueOrDefault(key)).ToList();
        return (
            total,
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
                            Names =
                            [
                                .. group.Keys.Select((key, i) => Name(key, labels[i]) is { } name ? (name.Es, name.En) : (null, null)),
                            ],
                        }
                    ),
            ]
        );
    }

    private static readonly IReadOnlyList<string?> NoKey = [null];

    private static readonly IReadOnlyDictionary<string, NamedRow> NoNames = new Dictionary<string, NamedRow>();

    private static readonly IReadOnlyDictionary<string, NamedRow> Flags = new Dictionary<string, NamedRow>
    {
        ["true"] = new() { Es = "Sí", En = "Yes" },
        ["false"] = new() { Es = "No", En = "No" },
    };

    /// <summary>
    /// One row for each group. Where the rows of a group lie together in an index, or in few places of it, they are counted as they are come
    /// by, and the few sums are summed: to sort all rows by their groups would take longer than to read them.
    /// </summary>
    private static string Statement(
        ListSql list,
        CountedSql? counted,
        IReadOnlyList<string> by,
        IReadOnlyList<GroupKey> keys,
        IReadOnlyList<Reckoned> reckoned,
        Where where
    )
    {
        string? Lies(int place) => place < by.Count ? counted?.Together.FirstOrDefault(key => key.Key == by[place]).Value : null;
        var of = string.Concat(reckoned.Where(one => one.Sql is not null).Select(one => $", {one.Sql} AS {one.Name}"));
        var summed = string.Concat(reckoned.Select(one => $", {one.Summed} AS {one.Name}"));
        if (counted is null || Enumerable.Range(0, by.Count).Any(place => Lies(place) is null))
        {
            return $"""
                SELECT x.key_1, x.key_2, COUNT(*) AS total{summed}
                FROM (SELECT {Key(keys, 0)} AS key_1, {Key(keys, 1)} AS key_2{of}
                      {counted?.From ?? list.From}
                      {where.Sql}) x
                GROUP BY x.key_1, x.key_2
                """;
        }

        // Each column once, in the order of the index.
        var columns = counted.Together.Select(key => key.Value).Where(column => Lies(0) == column || Lies(1) == column);
        List<string> groups = [.. columns.Prepend(counted.First).Distinct()];
        string Group(int place) => Lies(place) is { } column ? $"x.group_{groups.IndexOf(column)}" : "NULL";
        var sums = string.Concat(reckoned.Select(one => $", {(one.IsSum ? "SUM" : "MAX")}(y.{one.Name}) AS {one.Name}"));
        return $"""
            SELECT y.key_1, y.key_2, SUM(y.total) AS total{sums}
            FROM (SELECT {Group(0)} AS key_1, {Group(1)} AS key_2, COUNT(*) AS total{summed}
                  FROM (SELECT {string.Join(", ", groups.Select((column, i) => $"{column} AS group_{i}"))}{of}
                        {counted.From}
                        {where.Sql}) x
                  GROUP BY {string.Join(", ", groups.Select((_, i) => $"x.group_{i}"))}) y
            GROUP BY y.key_1, y.key_2
            """;
    }

    private static string Key(IReadOnlyList<GroupKey> keys, int place) => place < keys.Count ? keys[place].Column : "NULL";

    /// <summary>What is reckoned of the rows of a group.</summary>
    /// <param name="Name">What it is called.</param>
    /// <param name="Sql">What it is of one row; null where it is made of what another one is.</param>
    /// <param name="Summed">What it is of rows <c>x</c>.</param>
    private sealed record Reckoned(string Name, string? Sql, string Summed)
    {
        /// <summary>Whether that of two parts of a group is the sum of theirs; else it is the greater.</summary>
        public bool IsSum { get; init; } = true;

        public static Reckoned Sum(string name, string sql) => new(name, sql, $"SUM(x.{name})");

        public static Reckoned Known(string sql) => new("known", sql, "COUNT(x.known)");
    }

    /// <summary>The filters by which a measure tells its rows apart.</summary>
    private static IEnumerable<string> Asked(Reckoning reckoning) =>
        reckoning is Reckoning.Parts parts ? [.. parts.Yes.Names, .. parts.No.Names, .. parts.Unknown.Names] : [];

    /// <summary>What a measure needs of its rows.</summary>
    private IReadOnlyList<Reckoned> Of(Reckoning reckoning, ListSql list, Where where)
    {
        string If(RowsQuery part) => $"CASE WHEN {part.Condition(list, where, session)} THEN 1 ELSE 0 END";
        string Whole(string column) => $"CAST({column} AS BIGINT)";
        return reckoning switch
        {
            Reckoning.Parts parts =>
            [
                Reckoned.Sum("yes", If(parts.Yes)),
                Reckoned.Sum("no", If(parts.No)),
                Reckoned.Sum("unknown", If(parts.Unknown)),
            ],
            Reckoning.Sum sum => [Reckoned.Known(sum.Column), new("amount", null, $"SUM({Whole("x.known")})")],
            Reckoning.Mean mean => [Reckoned.Known(mean.Column), new("amount", null, $"SUM({Whole("x.known")})")],
            // Of nothing there is no share.
            Reckoning.Share share =>
            [
                Reckoned.Known($"CASE WHEN {share.Whole} > 0 THEN 1 END"),
                Reckoned.Sum("amount", $"CASE WHEN {share.Whole} > 0 THEN {Whole(share.Of)} END"),
                Reckoned.Sum("whole", Whole(share.Whole)),
            ],
            Reckoning.Single single => [Reckoned.Known(single.Column), new("exact", single.Column, "MAX(x.exact)") { IsSum = false }],
            _ => [],
        };
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
