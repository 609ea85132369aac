using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace OpenGov.Api.Tests;

/// <summary>Reads CSV as RFC 4180 says, written apart from the product so that a mistake there is not repeated here.</summary>
internal static class Csv
{
    public static List<string[]> Parse(string text)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (quoted)
            {
                if (character != '"')
                {
                    cell.Append(character);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (character == '"')
            {
                quoted = true;
            }
            else if (character is ',' or '\n')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (character == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
            else if (character != '\r')
            {
                cell.Append(character);
            }
        }

        return rows;
    }
}

/// <summary>Reads the first sheet of an XLSX file.</summary>
internal static class Xlsx
{
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static List<string[]> Rows(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var stream = zip.Entries.Single(entry => entry.FullName == "xl/worksheets/sheet1.xml").Open();
        return
        [
            .. XDocument
                .Load(stream)
                .Descendants(Sheet + "row")
                .Select(row => row.Elements(Sheet + "c").Select(cell => cell.Element(Sheet + "v")?.Value ?? cell.Value).ToArray()),
        ];
    }
}
