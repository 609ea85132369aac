using System.Globalization;
using System.Text.Json;

namespace OpenGov.Api.Tests;

/// <summary>The answer of a measure with the numbers of a row, put together apart from the product.</summary>
internal static class MeasureAnswer
{
    /// <summary>The sentence; null where the row has no value.</summary>
    public static string? Of(string pattern, JsonElement row)
    {
        if (pattern.Contains("{value}") && row.GetProperty("value").ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        foreach (var name in (string[])["yes", "no", "unknown", "total", "known", "value"])
        {
            if (row.GetProperty(name).ValueKind == JsonValueKind.Number)
            {
                pattern = pattern.Replace($"{{{name}}}", Number(row.GetProperty(name)), StringComparison.Ordinal);
            }
        }

        return pattern;
    }

    /// <summary>A number as it is written.</summary>
    public static string Number(JsonElement number) => number.GetDecimal().ToString("#,0.####", CultureInfo.InvariantCulture);
}
