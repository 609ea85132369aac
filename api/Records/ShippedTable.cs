using CsvHelper;

namespace OpenGov.Api.Records;

/// <summary>Tables of the shipped package that the program itself relies on: its vocabularies and the catalogue of states.</summary>
internal static class ShippedTable
{
    /// <summary>The rows of a table as text, by column.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string table)
    {
        using var csv = CsvReader.FromFile(Path.Combine(Schema.ShippedPackage, $"{table}.csv"), CsvFormat.Reading);
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(csv.Headers.Select((name, i) => (name, Cell: csv.GetString(i))).ToDictionary(pair => pair.name, pair => pair.Cell));
        }

        return rows;
    }
}
