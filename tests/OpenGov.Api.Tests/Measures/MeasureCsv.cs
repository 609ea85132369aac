using CsvHelper;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests.Measures;

/// <summary>The rows of a CSV, the header first.</summary>
internal static class MeasureCsv
{
    public static List<List<string>> Read(string text)
    {
        using var csv = CsvReader.Create(new StringReader(text), CsvFormat.Reading, leaveOpen: false);
        var rows = new List<List<string>>();
        while (csv.Read())
        {
            rows.Add([.. csv.Headers.Select((_, i) => CsvFormat.Unguard(csv.GetString(i)))]);
        }

        return
        [
            [.. csv.Headers],
            .. rows,
        ];
    }
}
