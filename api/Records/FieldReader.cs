using System.Globalization;
using System.Text.Json;

namespace OpenGov.Api.Records;

/// <summary>
/// Takes the value of a field from a cell of CSV or from JSON into the one type that rows have: long, decimal, bool,
/// <see cref="DateOnly"/> or text; null for unknown. Both ways give the same value, or the same error.
/// </summary>
public static class FieldReader
{
    /// <summary>The value of a cell.</summary>
    public static (object? Value, RecordError? Error) FromText(Field field, string cell) =>
        cell.Length == 0 ? (null, null) : Parse(field, field.Type == "string" ? CsvFormat.Unguard(cell) : cell);

    /// <summary>The value of a member of a JSON object.</summary>
    public static (object? Value, RecordError? Error) FromJson(Field field, JsonElement json) =>
        (json.ValueKind, field) switch
        {
            (JsonValueKind.Null, _) => (null, null),
            (JsonValueKind.Array, { IsList: true }) => List(field, json),
            (JsonValueKind.String, { IsList: false }) => TextOf(json) is { } text ? Text(field, text) : Broken(),
            (JsonValueKind.Number, { Type: "integer" }) => Parse(field, json.GetRawText()),
            (JsonValueKind.Number, { Type: "number" }) => json.TryGetDecimal(out var number) ? (number, null) : Beyond(json.GetRawText()),
            (JsonValueKind.True or JsonValueKind.False, { Type: "boolean" }) => (json.GetBoolean(), null),
            _ => Mistyped(field, json.GetRawText()),
        };

    /// <summary>
    /// A text in a field of another type is the mistake that it would be in a cell; one that reads as that type only has quotes too
    /// many.
    /// </summary>
    private static (object? Value, RecordError? Error) Text(Field field, string text)
    {
        if (text.Length == 0)
        {
            return (null, null);
        }

        var (value, error) = Parse(field, text);
        return error is null && field.Type is "integer" or "number" or "boolean" ? Mistyped(field, $"\"{text}\"") : (value, error);
    }

    private static (object? Value, RecordError? Error) List(Field field, JsonElement json)
    {
        var items = new List<string>();
        foreach (var item in json.EnumerateArray())
        {
            var text = item.ValueKind switch
            {
                JsonValueKind.String => TextOf(item),
                JsonValueKind.Number => item.GetRawText(),
                _ => null,
            };
            if (string.IsNullOrEmpty(text) || text.Contains('|'))
            {
                return Mistyped(field, item.GetRawText());
            }

            items.Add(text);
        }

        return items.Count == 0 ? (null, null) : (string.Join('|', items), null);
    }

    /// <summary>The text of a JSON string; null when half of a character stands in it, which JSON can write and no text has.</summary>
    internal static string? TextOf(JsonElement json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static (object?, RecordError?) Broken() => (null, FieldRules.ControlCharacter);

    private static (object? Value, RecordError? Error) Parse(Field field, string text) =>
        field.Type switch
        {
            "integer" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                ? (whole, null)
                : Wrong(text, ErrorCodes.NotAnInteger, $"“{RecordError.Shown(text)}” is not a whole number."),
            "number" => decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? (number, null)
                : Wrong(
                    text,
                    ErrorCodes.NotANumber,
                    $"“{RecordError.Shown(text)}” is not a number. Write decimals with a point and no thousands separator."
                ),
            "boolean" => text is "true" or "false"
                ? (text == "true", null)
                : Wrong(text, ErrorCodes.NotABoolean, $"“{RecordError.Shown(text)}” is neither true nor false."),
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? (date, null)
                : Wrong(text, ErrorCodes.NotADate, $"“{RecordError.Shown(text)}” is not a date. Write it as 2026-06-30."),
            _ => (text, null),
        };

    private static (object?, RecordError?) Wrong(string text, string code, string detail) =>
        (null, new RecordError(code, detail) { Value = RecordError.Shown(text) });

    private static (object?, RecordError?) Mistyped(Field field, string raw) =>
        (
            null,
            new RecordError(ErrorCodes.WrongType, $"{RecordError.Shown(raw)} is not {field.JsonType}.")
            {
                Value = RecordError.Shown(raw),
                DetailEs = $"{RecordError.Shown(raw)} no es {field.JsonTypeEs}: «{field.Name}» lo pide.",
            }
        );

    /// <summary>A number of JSON that no number here can be.</summary>
    private static (object?, RecordError?) Beyond(string raw)
    {
        var (code, english, spanish) =
            Math.Abs(double.Parse(raw, CultureInfo.InvariantCulture)) < 1
                ? (ErrorCodes.TooPrecise, "is closer to nothing than a number can be here", "está más cerca de cero de lo que cabe aquí")
            : raw[0] == '-' ? (ErrorCodes.TooSmall, "is less than a number can be here", "es menos de lo que cabe en un número aquí")
            : (ErrorCodes.TooLarge, "is more than a number can be here", "es más de lo que cabe en un número aquí");
        return (
            null,
            new RecordError(code, $"{RecordError.Shown(raw)} {english}.")
            {
                Value = RecordError.Shown(raw),
                DetailEs = $"{RecordError.Shown(raw)} {spanish}.",
            }
        );
    }
}
