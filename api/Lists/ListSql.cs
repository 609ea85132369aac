namespace OpenGov.Api.Lists;

/// <summary>
/// A list as SQL: what it selects, from where, by what it can be filtered and sorted. The text is whole and in
/// sight in the folder of its resource; paging, totals and filters are added here, the same way for every list.
/// </summary>
public sealed record ListSql
{
    /// <summary>The SELECT clause.</summary>
    public required string Select { get; init; }

    /// <summary>The FROM clause with its joins.</summary>
    public required string From { get; init; }

    /// <summary>How its rows are counted where an index has all that is asked of them; null where each row is read.</summary>
    public CountedSql? Counted { get; init; }

    /// <summary>The same where filters allow it.</summary>
    /// <param name="session">What reads; the past lies in no index of current rows.</param>
    /// <param name="filters">Names of all filters that the statement has.</param>
    internal CountedSql? CountedFor(Database.ReadSession session, IEnumerable<string> filters) =>
        Counted is { } counted && !session.ReadsPast && !filters.Any(counted.Unless.Contains) ? counted : null;

    /// <summary>
    /// Whether its records are kept where they are few (<see cref="KeptList{TRecord}"/>): they follow from the tables and the day alone,
    /// whoever asks.
    /// </summary>
    internal bool IsKept { get; init; }

    /// <summary>A condition that always holds; null when there is none.</summary>
    public string? Condition { get; init; }

    /// <summary>Adds the condition under which whoever asks may see a row; null where everybody sees all.</summary>
    internal Action<Where>? Seen { get; init; }

    /// <summary>Filters, in the order of the documentation.</summary>
    public required IReadOnlyList<Filter> Filters { get; init; }

    /// <summary>By what its rows can be counted in groups: each key is a filter, which narrows the list to one of its groups.</summary>
    public IReadOnlyDictionary<string, GroupKey> Keys =>
        keys ??= Filters.Where(filter => filter.Key is not null).ToDictionary(filter => filter.Name, filter => filter.Key!);

    private IReadOnlyDictionary<string, GroupKey>? keys;

    /// <summary>Keys by which the list can be sorted. The first is the id, which makes every order total.</summary>
    public required IReadOnlyList<OrderKey> Sorts { get; init; }

    /// <summary>The order when none is asked for, as the <c>sort</c> parameter spells it.</summary>
    public string DefaultSort { get; init; } = "id";

    /// <summary>The order when a filter is given and no order is asked for; null when no filter changes it.</summary>
    public (string Filter, string Sort)? DefaultSortWith { get; init; }

    /// <summary>An order of the program's own, as the <c>sort</c> parameter spells it; the id decides last.</summary>
    public IReadOnlyList<SortBy> Order(string sort)
    {
        var order = sort.Split(',')
            .Select(part => new SortBy(Sorts.Single(key => key.Name == part.TrimStart('-')), part.StartsWith('-')))
            .ToList();
        return order[^1].Key == Sorts[0] ? order : [.. order, new SortBy(Sorts[0], Descending: false)];
    }
}

/// <summary>
/// How the rows of a list are counted by what an index has, without reading them. <c>CROSS JOIN</c> makes SQLite take the tables in the order
/// in which they stand, which no statistics tell it; for SQL Server it is a join as any other.
/// </summary>
public sealed record CountedSql
{
    /// <summary>The FROM clause that stands for that of the list.</summary>
    public required string From { get; init; }

    /// <summary>The condition by which its tables belong together.</summary>
    public required string Condition { get; init; }

    /// <summary>Filters that ask for what the index has not, or find few rows by another one.</summary>
    public required IReadOnlySet<string> Unless { get; init; }

    /// <summary>What rows with the same values lie together by, in this order.</summary>
    public required string First { get; init; }

    /// <summary>
    /// The keys whose rows lie together, with their columns: those of what comes first, and then those by which the index goes on.
    /// </summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Together { get; init; }
}

/// <summary>A key by which a list can be sorted.</summary>
/// <param name="Name">Name of the key: a property of the record.</param>
/// <param name="Sql">What stands in ORDER BY.</param>
/// <param name="Kind">Type of the value in a cursor.</param>
/// <param name="Nullable">Whether the value can be null. Nulls come last in either direction.</param>
public sealed record OrderKey(string Name, string Sql, SortKind Kind, bool Nullable = false)
{
    /// <summary>An id.</summary>
    public static OrderKey Id(string sql = "id", string alias = "") => new("id", alias.Length == 0 ? sql : $"{alias}.{sql}", SortKind.Text);
}

/// <summary>Type of a sort key.</summary>
public enum SortKind
{
    /// <summary>Text that sorts as it stands: codes and ids.</summary>
    Text,

    /// <summary>Text that people read: sorts folded.</summary>
    Name,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>An instant.</summary>
    Instant,
}

/// <summary>A sort key with its direction.</summary>
/// <param name="Key">The key.</param>
/// <param name="Descending">Whether the greatest comes first.</param>
public sealed record SortBy(OrderKey Key, bool Descending);

/// <summary>What a reader asks of a list.</summary>
public sealed record ListRequest
{
    /// <summary>All rows, in no order.</summary>
    public static ListRequest Everything { get; } = new() { Values = new Dictionary<string, IReadOnlyList<string>>(), Sort = [] };

    /// <summary>Filter values by parameter name, as given.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Values { get; init; }

    /// <summary>The order; ends with the id.</summary>
    public required IReadOnlyList<SortBy> Sort { get; init; }

    /// <summary>How many rows a page has.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Values of the sort keys of the last row of the page before; null for the first page.</summary>
    public IReadOnlyList<object?>? After { get; init; }

    /// <summary>Properties wanted; null for all.</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>Properties that a record has only when they are asked for, and these are.</summary>
    public IReadOnlyList<string> Included { get; init; } = [];

    /// <summary>Keys by whose values the rows are counted, too.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];
}

/// <summary>A page of a list.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Total">How many rows the whole list has.</param>
/// <param name="HasMore">Whether rows follow.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, bool HasMore)
{
    /// <summary>The same page of something else.</summary>
    public Page<TOther> Select<TOther>(Func<T, TOther> map) => new([.. Items.Select(map)], Total, HasMore);
}
