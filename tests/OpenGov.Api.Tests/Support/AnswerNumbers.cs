using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpenGov.Api.Tests;

/// <summary>What follows from answers of the API.</summary>
internal sealed partial class AnswerNumbers
{
    private readonly HashSet<decimal> values = [];
    private readonly HashSet<decimal> shares = [];
    private readonly HashSet<string> texts = [];

    /// <summary>Whether a number with so many decimals is one of them; a percentage may be of a value between 0 and 1.</summary>
    public bool Explain(decimal number, bool isPercentage, int decimals) =>
        values.Any(value => Math.Round(value, decimals, MidpointRounding.AwayFromZero) == number)
        || (
            isPercentage
            && (
                values.Any(value => Math.Round(value * 100, decimals, MidpointRounding.AwayFromZero) == number)
                || shares.Any(share => Math.Round(share, decimals, MidpointRounding.AwayFromZero) == number)
            )
        );

    /// <summary>Whether a number stands in a text of the API that the page shows: a title, a code, a day.</summary>
    public bool Quoted(Match token, string shown) =>
        texts.Any(text =>
            text.Any(char.IsLetter)
                ? shown.Contains(text, StringComparison.Ordinal)
                    || (shown.Any(char.IsLetter) && text.Contains(shown, StringComparison.Ordinal))
                : shown.Contains($"INEGI {text}", StringComparison.Ordinal)
        )
        || (
            IsOfDay(token, shown)
            && texts.Any(text =>
                Day().Match(text) is { Success: true } day
                && day.Groups.Values.Skip(1)
                    .Any(part =>
                        part.Success
                        && int.Parse(part.Value, CultureInfo.InvariantCulture)
                            == int.Parse(token.Groups[1].Value, CultureInfo.InvariantCulture)
                    )
            )
        );

    /// <summary>A year, or a number beside the name of a month.</summary>
    private static bool IsOfDay(Match token, string shown) =>
        Regex.IsMatch(token.Groups[1].Value, @"^(19|20)\d\d$")
        || (Regex.IsMatch(token.Groups[1].Value, @"^\d\d?$") && Regex.IsMatch(shown[(token.Index + token.Length)..], @"^\s+de\s+\p{L}{4,}"))
        || (
            Regex.IsMatch(token.Groups[1].Value, @"^\d\d?$")
            && Regex.IsMatch(
                shown[..token.Index],
                @"(January|February|March|April|May|June|July|August|September|October|November|December)\s+$"
            )
        );

    public void Read(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Number:
                values.Add(value.GetDecimal());
                break;
            case JsonValueKind.String:
                if (value.GetString() is { } text && Digits().IsMatch(text))
                {
                    texts.Add(text);
                }

                break;
            case JsonValueKind.Object:
                var numbers = value
                    .EnumerateObject()
                    .Where(property => property.Value.ValueKind == JsonValueKind.Number)
                    .Select(property => property.Value.GetDecimal())
                    .ToList();
                Relate(numbers);
                foreach (var property in value.EnumerateObject())
                {
                    Read(property.Value);
                }

                break;
            case JsonValueKind.Array:
                Count([.. value.EnumerateArray()]);
                foreach (var item in value.EnumerateArray())
                {
                    Read(item);
                }

                break;
        }
    }

    /// <summary>Places in an order of values.</summary>
    private void Ranks(IReadOnlyList<JsonElement> rows) =>
        values.UnionWith(
            rows.Where(row => row.ValueKind == JsonValueKind.Object && row.TryGetProperty("indicator", out _))
                .GroupBy(row => row.GetProperty("indicator").GetString())
                .SelectMany(group => Enumerable.Range(1, group.Count()))
                .Select(rank => (decimal)rank)
        );

    /// <summary>What groups of a few kinds come to together: those that were finished, those that changed something.</summary>
    private void Sums(IReadOnlyList<JsonElement> rows)
    {
        var groups = rows.Where(row =>
                row.ValueKind == JsonValueKind.Object
                && row.TryGetProperty("count", out var count)
                && count.ValueKind == JsonValueKind.Number
                && row.TryGetProperty("rows_url", out _)
            )
            .ToList();
        foreach (
            var key in groups
                .SelectMany(row => row.EnumerateObject().Select(property => property.Name))
                .Distinct()
                .Where(name => name is "status" or "early_results" or "completion")
                .ToList()
        )
        {
            var counts = groups
                .GroupBy(row => row.GetProperty(key).ToString())
                .Select(group => group.Sum(row => row.GetProperty("count").GetDecimal()))
                .Take(8)
                .ToList();
            values.UnionWith(
                Enumerable.Range(1, (1 << counts.Count) - 1).Select(chosen => counts.Where((_, i) => (chosen & (1 << i)) != 0).Sum())
            );
        }
    }

    /// <summary>Differences and shares of numbers that stand together.</summary>
    private void Relate(IReadOnlyList<decimal> together)
    {
        foreach (var one in together)
        {
            foreach (var other in together.Where(other => other != 0))
            {
                values.Add(Math.Abs(one - other));
                shares.Add(100 * one / other);
                shares.Add(100 * Math.Abs(one - other) / other);
            }
        }
    }

    /// <summary>How many rows there are, how many have each value of a property, and what numbers of them come to.</summary>
    private void Count(IReadOnlyList<JsonElement> rows)
    {
        values.Add(rows.Count);
        Ranks(rows);
        Sums(rows);
        var objects = rows.Where(row => row.ValueKind == JsonValueKind.Object).ToList();
        values.UnionWith(
            objects
                .Where(row => row.TryGetProperty("indicator", out _) && row.TryGetProperty("scope", out _))
                .GroupBy(row => $"{row.GetProperty("indicator")} {row.GetProperty("scope")} {row.GetProperty("edition")}")
                .Select(group => (decimal)group.Count())
        );
        foreach (var name in objects.SelectMany(row => row.EnumerateObject().Select(property => property.Name)).Distinct().ToList())
        {
            var cells = objects.Select(row => row.TryGetProperty(name, out var cell) ? cell : default).ToList();
            var counts = cells
                .GroupBy(cell => cell.ValueKind is JsonValueKind.Undefined ? "null" : cell.GetRawText())
                .Select(group => (decimal)group.Count())
                .ToList();
            var unknown = cells.Count(cell => cell.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined);
            values.UnionWith(counts);
            values.Add(counts.Count);
            values.Add(unknown);
            values.Add(rows.Count - unknown);
            shares.UnionWith(counts.Append(unknown).Append(rows.Count - unknown).Select(count => 100 * count / rows.Count));
            var known = cells.Where(cell => cell.ValueKind == JsonValueKind.Number).Select(cell => cell.GetDecimal()).ToList();
            if (known.Count > 0)
            {
                values.Add(known.Sum());
                Relate([known.Sum(), .. known]);
            }
        }
    }

    [GeneratedRegex(@"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(\d{4})-\d\d-(\d\d)")]
    private static partial Regex Day();
}
