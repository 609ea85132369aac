using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace OpenGov.Api.Tests.Fuzzing;

/// <summary>Reads the body of each format as its readers do, and counts.</summary>
internal sealed class FuzzBodies(JsonSchemas schemas)
{
    public IEnumerable<FuzzFault> Faults(FuzzRequest request, FuzzAnswer answer)
    {
        try
        {
            return [.. Read(request, answer)];
        }
        catch (Exception unreadable)
            when (unreadable
                    is JsonException
                        or XmlException
                        or InvalidDataException
                        or InvalidOperationException
                        or FormatException
                        or KeyNotFoundException
            )
        {
            return [new("unreadable body", $"{answer.MediaType}: {unreadable.Message.Split('\n')[0]}")];
        }
    }

    private IEnumerable<FuzzFault> Read(FuzzRequest request, FuzzAnswer answer) =>
        answer.MediaType switch
        {
            "application/json" => OfJson(request, answer),
            "text/csv" => OfCsv(request, answer),
            "application/x-ndjson" => OfLines(request, answer),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => OfWorkbook(request, answer),
            "application/geo+json" => Rows(
                answer,
                answer
                    .Json.GetProperty("features")
                    .EnumerateArray()
                    .Count(feature => feature.GetProperty("type").GetString() == "Feature" && feature.TryGetProperty("geometry", out _))
            ),
            "application/atom+xml" => OfAtom(answer),
            "application/feed+json" => OfFeed(answer),
            "text/calendar" => OfCalendar(answer),
            "application/zip" => OfPackage(answer),
            _ => answer.MediaType.EndsWith("json", StringComparison.Ordinal) && answer.Json.ValueKind == JsonValueKind.Undefined
                ? [new("unreadable body", "empty JSON")]
                : [],
        };

    private IEnumerable<FuzzFault> OfJson(FuzzRequest request, FuzzAnswer answer)
    {
        var json = answer.Json;
        var fields = request.Has("fields");
        if (request.Operation.Content.GetValueOrDefault("application/json") is { } schema)
        {
            // With fields, what was not asked for is missing by right.
            foreach (
                var error in schemas
                    .Errors(schema, json, "$")
                    .Where(error => !fields || !error.EndsWith(" is missing", StringComparison.Ordinal))
                    .Take(3)
            )
            {
                yield return new("schema", error);
            }
        }

        if (!request.Operation.IsList)
        {
            if (fields && Other(request, json) is { } other)
            {
                yield return new("fields", other);
            }

            yield break;
        }

        var items = json.GetProperty("items");
        int Number(string name) => json.GetProperty(name).GetInt32();
        var (returned, total, limit) = (Number("returned"), Number("total"), Number("limit"));
        if (returned != items.GetArrayLength() || returned > limit || returned > total)
        {
            yield return new("counts", $"{items.GetArrayLength()} items, returned {returned}, limit {limit}, total {total}");
        }

        if (!request.Has("cursor") && (json.GetProperty("next").ValueKind == JsonValueKind.Null) != (returned == total))
        {
            yield return new("counts", $"next is {json.GetProperty("next")} with {returned} of {total}");
        }

        if (fields && items.EnumerateArray().Select(item => Other(request, item)).FirstOrDefault(other => other is not null) is { } wrong)
        {
            yield return new("fields", wrong);
        }
    }

    private static string? Other(FuzzRequest request, JsonElement record)
    {
        var (asked, given) = (request.Values("fields").ToHashSet(), record.EnumerateObject().Select(property => property.Name).ToHashSet());
        return asked.SetEquals(given) ? null : $"asked for {string.Join(", ", asked)}; it gives {string.Join(", ", given)}";
    }

    private static IEnumerable<FuzzFault> OfCsv(FuzzRequest request, FuzzAnswer answer)
    {
        var text = answer.Text.TrimStart('\uFEFF');
        if (text.Length == 0 || text[^1] != '\n' || Csv.Parse(text) is not [var header, .. var rows])
        {
            yield return new("unreadable body", "the CSV has no header, or its last line no end");
            yield break;
        }

        if (request.Has("fields") && !request.Values("fields").ToHashSet().SetEquals(header))
        {
            yield return new(
                "columns",
                $"asked for {string.Join(", ", request.Values("fields"))}; the table has {string.Join(", ", header)}"
            );
        }

        if (rows.FindIndex(row => row.Length != header.Length) is >= 0 and var uneven)
        {
            yield return new("cells", $"row {uneven + 1} has {rows[uneven].Length} cells, its header {header.Length}");
        }

        foreach (var fault in Rows(answer, rows.Count))
        {
            yield return fault;
        }
    }

    private IEnumerable<FuzzFault> OfLines(FuzzRequest request, FuzzAnswer answer)
    {
        var lines = answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var line in lines)
        {
            using var record = JsonDocument.Parse(line);
            if (
                record.RootElement.ValueKind != JsonValueKind.Object
                || request.Has("fields") && Other(request, record.RootElement) is not null
            )
            {
                yield return new("fields", $"a line is {record.RootElement}");
                break;
            }
        }

        if (request.Operation.Content.GetValueOrDefault("application/json") is { } schema && !request.Has("fields") && lines.Length > 0)
        {
            var rows = string.Join(',', lines);
            using var page = JsonDocument.Parse(
                $$"""{ "items": [{{rows}}], "total": {{lines.Length}}, "returned": {{lines.Length}}, "limit": 500, "next": null }"""
            );
            foreach (var error in schemas.Errors(schema, page.RootElement, "$").Where(OfItems).Take(3))
            {
                yield return new("schema", error);
            }
        }

        foreach (var fault in Rows(answer, lines.Length))
        {
            yield return fault;
        }
    }

    /// <summary>Of lines only what each says is looked at: around them stands nothing.</summary>
    private static bool OfItems(string error) => error.StartsWith("$.items[", StringComparison.Ordinal);

    private static IEnumerable<FuzzFault> OfWorkbook(FuzzRequest request, FuzzAnswer answer)
    {
        using var workbook = new ZipArchive(new MemoryStream(answer.Body));
        foreach (var part in (string[])["[Content_Types].xml", "xl/workbook.xml"])
        {
            if (workbook.GetEntry(part) is null)
            {
                yield return new("unreadable body", $"the workbook has no {part}");
            }
        }

        using var sheet = workbook.Entries.First(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).Open();
        var rows = XDocument.Load(sheet).Descendants().Where(element => element.Name.LocalName == "row").ToList();
        var columns = rows.Count == 0 ? 0 : rows[0].Elements().Count();
        if (columns == 0)
        {
            yield return new("columns", "the sheet has no column");
            yield break;
        }

        if (rows.Any(row => row.Elements().Count() > columns))
        {
            yield return new("cells", $"a row of the sheet has more cells than its header, which has {columns}");
        }

        if (request.Has("fields") && columns != request.Values("fields").Distinct().Count())
        {
            yield return new("columns", $"asked for {string.Join(", ", request.Values("fields"))}; the sheet has {columns} columns");
        }

        foreach (var fault in Rows(answer, rows.Count - 1))
        {
            yield return fault;
        }
    }

    private static IEnumerable<FuzzFault> OfAtom(FuzzAnswer answer)
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Load(new MemoryStream(answer.Body)).Root!;
        var entries = feed.Elements(atom + "entry").Prepend(feed);
        if (
            feed.Name != atom + "feed"
            || entries.Any(entry => ((string[])["id", "title", "updated"]).Any(name => entry.Elements(atom + name).Count() != 1))
        )
        {
            yield return new("feed", "the feed or an entry lacks its id, title or updated");
        }
    }

    private static IEnumerable<FuzzFault> OfFeed(FuzzAnswer answer)
    {
        var feed = answer.Json;
        if (
            !feed.GetProperty("version").GetString()!.StartsWith("https://jsonfeed.org/version/", StringComparison.Ordinal)
            || feed.GetProperty("items").EnumerateArray().Any(item => !item.TryGetProperty("id", out _))
        )
        {
            yield return new("feed", "the feed has no version, or an item no id");
        }
    }

    private static IEnumerable<FuzzFault> OfCalendar(FuzzAnswer answer)
    {
        var lines = answer.Text.Split("\r\n");
        if (
            lines is not ["BEGIN:VCALENDAR", .., "END:VCALENDAR", ""]
            || lines.Any(line => Encoding.UTF8.GetByteCount(line) > 75 || line.Contains('\n', StringComparison.Ordinal))
        )
        {
            yield return new("calendar", "it is not lines of at most 75 octets from BEGIN:VCALENDAR to END:VCALENDAR");
        }

        foreach (var fault in Rows(answer, lines.Count(line => line == "BEGIN:VEVENT")))
        {
            yield return fault;
        }
    }

    private static IEnumerable<FuzzFault> OfPackage(FuzzAnswer answer)
    {
        using var zip = new ZipArchive(new MemoryStream(answer.Body));
        using var descriptor = JsonDocument.Parse(zip.GetEntry("datapackage.json")!.Open());
        foreach (
            var path in descriptor
                .RootElement.GetProperty("resources")
                .EnumerateArray()
                .Select(resource => resource.GetProperty("path").GetString()!)
        )
        {
            if (zip.GetEntry(path) is null)
            {
                yield return new("package", $"the zip has no {path}");
            }
        }
    }

    /// <summary>An export has every row that the list counts.</summary>
    private static IEnumerable<FuzzFault> Rows(FuzzAnswer answer, int rows) =>
        answer.Total is { } total && total != rows
            ? [new("rows", total < 0 ? "the same list as JSON is refused" : $"{rows} rows, and the list has {total}")]
            : [];
}
