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

        // Of what nothing is known no part is a number, and none is 0.
        if (
            pattern.Contains("{yes}")
            && row.GetProperty("total").GetInt32() > 0
            && row.GetProperty("yes").GetInt32() + row.GetProperty("no").GetInt32() == 0
        )
        {
            pattern =
                pattern.StartsWith("Terminados:", StringComparison.Ordinal) ? "De {unknown} de {total} no hay registro aquí de su estatus."
                : pattern.StartsWith("Finished:", StringComparison.Ordinal)
                    ? "For {unknown} of {total} there is no record here of their status."
                : pattern.Contains("aquí") ? "Sin registro aquí: {unknown} de {total}."
                : "No record here: {unknown} of {total}.";
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
