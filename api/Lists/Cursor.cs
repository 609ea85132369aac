using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OpenGov.Api.Lists;

/// <summary>
/// Where a page ended: the state of the data that the first page was read from, the sort keys of its last row,
/// and the list that it belongs to. Later pages read the same state, so nothing repeats or hides while rows change.
/// </summary>
internal sealed record Cursor(long At, IReadOnlyList<string?> After, string Of)
{
    /// <summary>The opaque form.</summary>
    public override string ToString() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));

    /// <summary>Reads a cursor that this list gave; false when it is broken or belongs to another list.</summary>
    public static bool TryRead(string given, string of, IReadOnlyList<SortBy> sort, out long at, out IReadOnlyList<object?> after)
    {
        (at, after) = (0, []);
        try
        {
            var cursor = JsonSerializer.Deserialize<Cursor>(Base64Url.DecodeFromChars(given));
            if (cursor?.After is null || cursor.At < 0 || cursor.Of != of || cursor.After.Count != sort.Count)
            {
                return false;
            }

            (at, after) = (cursor.At, [.. cursor.After.Select((kept, i) => ListQueries.FromCursor(sort[i].Key.Kind, kept))]);
            return true;
        }
        catch (Exception error) when (error is FormatException or JsonException or OverflowException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>What tells one list from another: path, filters and order. Limit and fields may change on the way.</summary>
    public static string Fingerprint(
        string path,
        IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> filters,
        IReadOnlyList<SortBy> sort,
        DateOnly? asOf
    )
    {
        var text = new StringBuilder(path);
        foreach (var (name, values) in filters.OrderBy(filter => filter.Key, StringComparer.Ordinal))
        {
            text.Append('\n').Append(name).Append('=').AppendJoin(',', values);
        }

        text.Append('\n').AppendJoin(',', sort.Select(by => $"{(by.Descending ? "-" : "")}{by.Key.Name}")).Append('\n').Append(asOf);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }
}
