using System.Text.Encodings.Web;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Measures;

/// <summary>The addresses of rows, of the same day when the request asks for one. What all groups share is spelled once.</summary>
internal sealed class RowsAddress
{
    private static readonly Dictionary<string, GroupKey> NoKeys = [];

    private readonly IReadOnlyList<Narrowed> narrowed;
    private readonly bool isEmpty;
    private readonly string path;
    private readonly string shared;
    private readonly string day;

    /// <summary>Addresses of the groups of some rows.</summary>
    public RowsAddress(HttpRequest request, Population of, IReadOnlyList<string> by, RowsQuery rows)
        : this(request, of.Path, of.Keys, by, rows) { }

    private RowsAddress(
        HttpRequest request,
        string path,
        IReadOnlyDictionary<string, GroupKey> keys,
        IReadOnlyList<string> by,
        RowsQuery rows
    )
    {
        isEmpty = rows.IsEmpty;
        narrowed =
        [
            .. by.Select(key =>
                rows.Filters.Where(filter => filter.Key == key).Select(filter => filter.Value).SingleOrDefault() is { } asked
                    ? new Narrowed(
                        key,
                        keys[key].IsList || asked.All(Filter.IsExcluded) ? null : asked,
                        [.. asked.Where(Filter.IsExcluded).Select(value => value[1..])],
                        keys[key].IsList
                    )
                    : new Narrowed(key, null, [], keys[key].IsList)
            ),
        ];
        var others = rows.Filters.Where(filter => !by.Contains(filter.Key));
        this.path = PublicAddress.OfApi(request, path);
        shared = string.Concat(others.Select(each => Spelled(each.Key, string.Join(',', each.Value))));
        day = request.Query.TryGetValue("as_of", out var asked) ? Spelled("as_of", asked.ToString()) : "";
    }

    /// <summary>The address of all the rows; null when there can be none.</summary>
    public static string? OfAll(HttpRequest request, string path, RowsQuery rows) =>
        new RowsAddress(request, path, NoKeys, [], rows).Of([]);

    /// <summary>The address of the rows of one group; null when there can be none.</summary>
    public string? Of(IReadOnlyList<string?> group)
    {
        if (isEmpty)
        {
            return null;
        }

        var text = shared;
        for (var i = 0; i < narrowed.Count; i++)
        {
            var code = group[i] ?? Filter.NoData;
            if (narrowed[i].AskedFor is { } asked && !asked.Contains(code) || narrowed[i].Excluded.Contains(code))
            {
                return null;
            }

            // A row of several values is in the group by one of them, and may be taken away by another.
            string[] excluded = narrowed[i].IsList ? [.. narrowed[i].Excluded.Select(value => $"{Filter.Not}{value}")] : [];
            text += Spelled(narrowed[i].Key, string.Join(',', (string[])[code, .. excluded]));
        }

        text += day;
        return text.Length == 0 ? path : string.Concat(path, "?", text.AsSpan(1));
    }

    private static string Spelled(string name, string value) => $"&{name}={UrlEncoder.Default.Encode(value)}";

    /// <summary>A key that is narrowed to the value of a group.</summary>
    /// <param name="Key">Name of its filter.</param>
    /// <param name="AskedFor">
    /// The values that were asked for, of which only that of the group is left; null when none were, and when a row has several values:
    /// it matches a filter by another of them, so the group alone says which rows these are.
    /// </param>
    /// <param name="Excluded">The values that were excluded.</param>
    /// <param name="IsList">Whether a row has several values.</param>
    private sealed record Narrowed(string Key, IReadOnlyList<string>? AskedFor, IReadOnlyList<string> Excluded, bool IsList);
}
