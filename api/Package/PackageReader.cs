using System.Text;
using CsvHelper;
using OpenGov.Api.Records;

namespace OpenGov.Api.Package;

/// <summary>A row of a package, its values in the types of the schema.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Values">A value for each field of the table; null for unknown, and for what could not be read.</param>
/// <param name="Unread">What could not be read, and why.</param>
public sealed record PackageRow(int Line, IReadOnlyDictionary<string, object?> Values, IReadOnlyList<RecordError> Unread);

/// <summary>
/// Reads the CSV of a table, row by row. What is no row of the table is reported; what a row says is for others to judge.
/// </summary>
public sealed class PackageReader(string folder, Action<RecordError> report)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, IReadOnlyList<string>> headers = [];

    /// <summary>Whether the package has this table.</summary>
    public bool Has(Table table) => File.Exists(Path.Combine(folder, table.Path));

    /// <summary>Columns that the file of a table, once read, does not have.</summary>
    public IReadOnlyList<string> Lacks(Table table) =>
        [.. table.Fields.Select(field => field.Name).Except(headers.GetValueOrDefault(table.Name, []))];

    /// <summary>The error at its place in the file: the line, and the column of its field.</summary>
    public RecordError At(RecordError error, Table table, int? line)
    {
        var column = error.Field is null ? -1 : headers.GetValueOrDefault(table.Name, []).ToList().IndexOf(error.Field);
        return error.At(table.Path, line, column < 0 ? null : column + 1);
    }

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
                var detail =
                    $"The row has {csv.FieldCount} cells, the header {csv.Headers.Count}. A cell with a comma, a quote or a line "
                    + "break must stand in quotes.";
                report(new RecordError(ErrorCodes.Unreadable, detail).At(table.Path, line));
            }
            else
            {
                yield return Row(table, csv, line);
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
            Unreadable("The file is not UTF-8 from about here on. Save it as “CSV UTF-8”.");
        }
        catch (FormatException error)
        {
            Unreadable($"The row cannot be read: {error.Message.Split('\n')[0].TrimEnd()}");
        }

        return false;

        void Unreadable(string detail) => report(new RecordError(ErrorCodes.Unreadable, detail).At(table.Path, (int)csv.LineNumber + 1));
    }

    private bool HeaderFits(Table table, IReadOnlyList<string> header)
    {
        headers[table.Name] = [.. header];
        if (header.Count == 0)
        {
            report(new RecordError(ErrorCodes.Unreadable, "The file is empty. Its first line must name the columns.").At(table.Path, null));
            return false;
        }

        RecordError[] errors =
        [
            .. header.Where(name => !table.ByName.ContainsKey(name)).Select(name => RecordError.UnknownField(table, name)),
            .. header.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => RecordError.DuplicateField(group.Key)),
            .. table
                .Fields.Where(field => field.Required && !header.Contains(field.Name))
                .Select(field => new RecordError(ErrorCodes.Required, "The column is missing; every row needs a value in it.")
                {
                    Field = field.Name,
                }),
        ];
        foreach (var error in errors)
        {
            report(At(error, table, 1));
        }

        return errors.Length == 0;
    }

    private static PackageRow Row(Table table, CsvReader csv, int line)
    {
        var values = table.Fields.ToDictionary(field => field.Name, _ => (object?)null);
        List<RecordError>? unread = null;
        for (var i = 0; i < csv.FieldCount; i++)
        {
            var field = table.ByName[csv.Headers[i]];
            var (value, error) = FieldReader.FromText(field, csv.GetString(i));
            values[field.Name] = value;
            if (error is not null)
            {
                (unread ??= []).Add(error with { Field = field.Name });
            }
        }

        return new PackageRow(line, values, unread ?? []);
    }
}
