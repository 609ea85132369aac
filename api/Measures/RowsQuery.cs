using OpenGov.Api.Lists;

namespace OpenGov.Api.Measures;

/// <summary>Values of filters of a list, as its address spells them: <c>level=local&amp;status=completed,verified</c>.</summary>
internal sealed record RowsQuery(IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Filters)
{
    /// <summary>Every row.</summary>
    public static readonly RowsQuery All = new([]);

    /// <summary>No row at all: what is asked of can never be.</summary>
    public static readonly RowsQuery None = new([]);

    /// <summary>Whether no row can match.</summary>
    public bool IsEmpty => ReferenceEquals(this, None);

    /// <summary>The names of its filters.</summary>
    public IEnumerable<string> Names => Filters.Select(filter => filter.Key);

    /// <summary>Its filters as an address spells them.</summary>
    public IEnumerable<string> Asked => Filters.Select(filter => $"{filter.Key}={Uri.EscapeDataString(string.Join(',', filter.Value))}");

    /// <summary>A list of the API narrowed by it, from the root of the API.</summary>
    public string Of(string path) => Filters.Count == 0 ? path : $"{path}?{string.Join('&', Asked)}";

    public static implicit operator RowsQuery(string query) =>
        new([
            .. query
                .Split('&')
                .Select(part => part.Split('='))
                .Select(part => KeyValuePair.Create(part[0], (IReadOnlyList<string>)part[1].Split(','))),
        ]);

    /// <summary>
    /// The rows that both match. Values of one filter are narrowed to those in both, since an address has a filter once; none in both is
    /// no row.
    /// </summary>
    public RowsQuery And(RowsQuery other)
    {
        if (IsEmpty || other.IsEmpty)
        {
            return None;
        }

        var both = Filters.ToList();
        foreach (var (name, values) in other.Filters)
        {
            var place = both.FindIndex(filter => filter.Key == name);
            if (place < 0)
            {
                both.Add(new(name, values));
            }
            else if (Both(both[place].Value, values) is { Count: > 0 } shared)
            {
                both[place] = new(name, shared);
            }
            else
            {
                return None;
            }
        }

        return new RowsQuery(both);
    }

    /// <summary>The values that ask for what both ask for; none when nothing is left.</summary>
    private static List<string> Both(IReadOnlyList<string> these, IReadOnlyList<string> those)
    {
        var excluded = these.Concat(those).Where(Filter.IsExcluded).Distinct().ToList();
        List<List<string>> wanted =
        [
            .. ((IReadOnlyList<string>[])[these, those])
                .Select(values => values.Where(value => !Filter.IsExcluded(value)).ToList())
                .Where(values => values.Count > 0),
        ];
        if (wanted.Count == 0)
        {
            return excluded;
        }

        var left = wanted
            .Aggregate((first, second) => [.. first.Intersect(second)])
            .Where(value => !excluded.Contains($"{Filter.Not}{value}"));
        return left.ToList() is { Count: > 0 } some ? [.. some, .. excluded] : [];
    }

    /// <summary>The condition that the filters put on a row.</summary>
    public string Condition(ListSql list, Where where, Database.ReadSession session) =>
        IsEmpty
            ? "1 = 0"
            : where.Apart(() =>
            {
                foreach (var (name, values) in Filters)
                {
                    list.Filters.Single(filter => filter.Name == name).Add(values, where, session);
                }
            });

    /// <summary>The address of the rows, of the same day when the request asks for one; null when there can be none.</summary>
    public string? Address(HttpRequest request, string path) => RowsAddress.OfAll(request, path, this);
}
