using System.Collections;
using System.Globalization;
using System.Text.Json;
using CsvHelper;
using OpenGov.Api.Database;
using OpenGov.Api.Http;

namespace OpenGov.Api.Records;

/// <summary>How the product writes and reads CSV: RFC 4180, UTF-8, a header row, empty for null.</summary>
public static class CsvFormat
{
    private const string Formula = "=+-@\t\r";

    /// <summary>How CSV is read: rows of another length than the header are for the caller to report.</summary>
    public static CsvReaderOptions Reading { get; } =
        new()
        {
            TrackLineNumbers = true,
            SkipEmptyLines = true,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            MalformedData = CsvMalformedDataHandling.Throw,
            MaxRecordSize = 4 * 1024 * 1024,
        };

    /// <summary>How CSV is written.</summary>
    public static CsvWriterOptions Writing { get; } = new() { NewLine = "\r\n" };

    /// <summary>
    /// Text that a spreadsheet would run as a formula gets an apostrophe before it, which spreadsheets show as
    /// text. Text that begins with an apostrophe and would be mistaken for guarded text gets one more.
    /// </summary>
    public static string Guard(string text) => text.Length > 0 && (Formula.Contains(text[0]) || IsGuarded(text)) ? $"'{text}" : text;

    /// <summary>Takes back what <see cref="Guard"/> did.</summary>
    public static string Unguard(string text) => IsGuarded(text) ? text[1..] : text;

    /// <summary>A value as a cell: null is empty, lists are joined by <c>|</c>, text is guarded.</summary>
    public static string? Cell(object? value) =>
        value switch
        {
            null => null,
            string text => Guard(text),
            bool flag => flag ? "true" : "false",
            DateOnly date => TypeHandlers.Format(date),
            DateTimeOffset instant => TypeHandlers.Format(instant),
            decimal number => Numbers.Format(number),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            IReadOnlyDictionary<string, JsonElement> values => JsonSerializer.Serialize(values, Json.Options),
            IEnumerable list => Guard(
                string.Join('|', list.Cast<object>().Select(item => Convert.ToString(item, CultureInfo.InvariantCulture)))
            ),
            _ => value.ToString(),
        };

    private static bool IsGuarded(string text)
    {
        var apostrophes = 0;
        while (apostrophes < text.Length && text[apostrophes] == '\'')
        {
            apostrophes++;
        }

        return apostrophes > 0 && apostrophes < text.Length && Formula.Contains(text[apostrophes]);
    }
}
