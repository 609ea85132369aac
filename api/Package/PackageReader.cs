using System.Globalization;
using System.Text;
using CsvHelper;
using OpenGov.Api.Database;
using OpenGov.Api.Records;

namespace OpenGov.Api.Package;

/// <summary>Something wrong in a package: where, and what would be right.</summary>
/// <param name="File">File of the package.</param>
/// <param name="Line">Line of the file, 1 for the header; null when the whole file is meant.</param>
/// <param name="Field">The column; null when the whole row is meant.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record PackageProblem(string File, int? Line, string? Field, string Message)
{
    /// <inheritdoc />
    public override string ToString() => $"{File}{(Line is null ? "" : $":{Line}")}{(Field is null ? "" : $" [{Field}]")}: {Message}";
}

/// <summary>A row of a package, its values in the types of the schema.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Values">A value for each field of the table; null for unknown.</param>
public sealed record PackageRow(int Line, IReadOnlyDictionary<string, object?> Values);

/// <summary>Reads the CSV of a table, row by row, and says of each value whether the schema allows it.</summary>
public sealed class PackageReader(string folder, Action<PackageProblem> report)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether the package has this table.</summary>
    public bool Has(Table table) => File.Exists(Path.Combine(folder, table.Path));

    /// <summary>The rows of a table that can be read; what cannot is reported.</summary>
    public IEnumerable<PackageRow> Rows(Table table)
    {
        using var text = new StreamReader(Path.Combine(folder, table.Path), Strict);
        using var csv = CsvReader.Create(text, CsvFormat.Reading, leaveOpen: false);
        if (!TryRead(csv, table, out var any) || !HeaderFits(table, csv.Headers))
        {
            yield break;
        }

        while (any)
        {
            var line = (int)csv.LineNumber;
            if (csv.FieldCount != csv.Headers.Count)
            {
                report(new PackageProblem(table.Path, line, null, $"The row has {csv.FieldCount} cells, the header {csv.Headers.Count}. A cell with a comma, a quote or a line break must stand in quotes."));
            }
            else
            {
                yield return new PackageRow(line, Values(table, csv, line));
            }

            if (!TryRead(csv, table, out any))
            {
                yield break;
            }
        }
    }

    /// <summary>Reads a row; false, and reported, when the file cannot be read on.</summary>
    private bool TryRead(CsvReader csv, Table table, out bool any)
    {
        any = false;
        try
        {
            any = csv.Read();
            return true;
        }
        catch (DecoderFallbackException)
        {
            report(new PackageProblem(table.Path, (int)csv.LineNumber + 1, null, "The file is not UTF-8 from about here on. Save it as “CSV UTF-8”."));
        }
        catch (FormatException error)
        {
            report(new PackageProblem(table.Path, (int)csv.LineNumber + 1, null, $"The row cannot be read: {error.Message.Split('\n')[0].TrimEnd()}"));
        }

        return false;
    }

    private bool HeaderFits(Table table, IReadOnlyList<string> header)
    {
        if (header.Count == 0)
        {
            report(new PackageProblem(table.Path, null, null, "The file is empty. Its first line must name the columns."));
            return false;
        }

        var fits = true;
        foreach (var name in header.Where(name => !table.ByName.ContainsKey(name)))
        {
            fits = false;
            var nearest = Suggestion.Nearest(name, table.ByName.Keys);
            report(new PackageProblem(table.Path, 1, name, $"There is no column of this name in {table.Name}.{(nearest is null ? "" : $" Did you mean {nearest}?")}"));
        }

        foreach (var name in header.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            fits = false;
            report(new PackageProblem(table.Path, 1, name, "The column stands twice."));
        }

        foreach (var field in table.Fields.Where(field => field.Required && !header.Contains(field.Name)))
        {
            fits = false;
            report(new PackageProblem(table.Path, 1, field.Name, "The column is missing; every row needs a value in it."));
        }

        return fits;
    }

    private Dictionary<string, object?> Values(Table table, CsvReader csv, int line)
    {
        var values = table.Fields.ToDictionary(field => field.Name, _ => (object?)null);
        for (var i = 0; i < csv.FieldCount; i++)
        {
            var field = table.ByName[csv.Headers[i]];
            var cell = csv.GetString(i);
            if (cell.Length == 0)
            {
                if (field.Required)
                {
                    report(new PackageProblem(table.Path, line, field.Name, "A value is required."));
                }
            }
            else if (TryParse(field, cell, out var value, out var message))
            {
                values[field.Name] = value;
            }
            else
            {
                report(new PackageProblem(table.Path, line, field.Name, message));
            }
        }

        return values;
    }

    private static bool TryParse(Field field, string cell, out object? value, out string message)
    {
        (value, message) = field.Type switch
        {
            "integer" => long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)
                ? ((object?)integer, Range(field, integer))
                : (null, $"“{Shown(cell)}” is not a whole number."),
            "number" => decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                ? (number, Range(field, number))
                : (null, $"“{Shown(cell)}” is not a number. Write decimals with a point and no thousands separator."),
            "boolean" => cell is "true" or "false"
                ? (cell == "true", "")
                : (null, $"“{Shown(cell)}” is neither true nor false."),
            "date" => DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? (date, "")
                : (null, $"“{Shown(cell)}” is not a date. Write it as 2017-09-19."),
            _ => (CsvFormat.Unguard(cell), Text(field, CsvFormat.Unguard(cell))),
        };
        return message.Length == 0;
    }

    private static string Range(Field field, decimal number) =>
        field.Type == "integer" && number is < int.MinValue or > int.MaxValue ? $"{number} is more than a whole number can be here: {int.MinValue} to {int.MaxValue}."
        : !Numbers.IsKept(number) ? $"{Numbers.Format(number)} has too many digits: {Numbers.Digits} fit, of which {Numbers.Decimals} after the point."
        : number < field.Minimum ? $"{number} is less than {field.Minimum}, the least that is possible."
        : number > field.Maximum ? $"{number} is more than {field.Maximum}, the most that is possible."
        : "";

    private static string Text(Field field, string text)
    {
        if (text.Length > field.MaxLength)
        {
            return $"The text has {text.Length} characters; at most {field.MaxLength} fit.";
        }

        if (text.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t')))
        {
            return "The text holds a control character.";
        }

        if (field.Pattern is { } pattern && !pattern.IsMatch(text))
        {
            return $"“{Shown(text)}” does not have the form {pattern}.";
        }

        IReadOnlyList<string>? allowed = field.Vocabulary is { } vocabulary ? Vocabulary.Codes(vocabulary) : field.Values;
        if (allowed is null)
        {
            return "";
        }

        var unknown = (field.IsList ? text.Split('|') : [text]).FirstOrDefault(code => !allowed.Contains(code));
        if (unknown is null)
        {
            return "";
        }

        var nearest = Suggestion.Nearest(unknown, allowed);
        return $"“{Shown(unknown)}” is not one of the codes of {field.Vocabulary ?? field.Name}.{(nearest is null ? "" : $" Did you mean {nearest}?")}";
    }

    private static string Shown(string text) => text.Length <= 60 ? text : $"{text[..60]}…";
}
