using System.Text.Json;
using OpenGov.Api.Database;
using OpenGov.Api.Http;

namespace OpenGov.Api.Lists;

/// <summary>A table that is no list of records, in another format than JSON.</summary>
/// <param name="name">Name of the file, without its suffix.</param>
/// <param name="columns">The columns, each with the type of its values, whether or not there are any.</param>
/// <param name="rows">The cells of each row.</param>
/// <param name="format">The format.</param>
/// <param name="session">The state of the data that it was read from.</param>
internal sealed class TableResult(
    string name,
    IReadOnlyList<ParquetTable.Column> columns,
    IReadOnlyCollection<IReadOnlyList<object?>> rows,
    Format format,
    ReadSession session
) : StreamedResult(session)
{
    /// <summary>The formats in which such a table comes, beside the JSON of its address.</summary>
    public static readonly IReadOnlyList<Format> Offered = [Format.Json, Format.Csv, Format.NdJson, Format.Xlsx, Format.Parquet];

    /// <summary>The refusal of another format.</summary>
    public static IResult NotAcceptable
    {
        get
        {
            var types = string.Join(", ", Offered.Select(each => each.MediaType));
            return Problems.NotAcceptable($"These numbers come as {types}.", $"Estas cifras vienen como {types}.");
        }
    }

    /// <summary>The column of a key by which rows are grouped.</summary>
    public static ParquetTable.Column Key(string name) =>
        new(name, typeof(string), $"The group, as the filter '{name}' of the list takes it; null where there is no record of it.");

    private readonly IReadOnlyList<string> names = [.. columns.Select(column => column.Name)];

    protected override void Describe(HttpContext context)
    {
        context.Response.ContentType = format.ContentType;
        context.Response.Headers.ContentDisposition = $"inline; filename=\"{name}.{format.Suffix}\"";
    }

    protected override Task WriteAsync(HttpContext context) =>
        format == Format.Csv ? CsvTable.WriteAsync(context, names, rows.ToAsyncEnumerable())
        : format == Format.Xlsx
            ? XlsxTable.WriteAsync(
                context,
                names,
                rows.ToAsyncEnumerable(),
                XlsxTable.Dictionary(columns.Select(column => (column.Name, column.Description)))
            )
        : format == Format.Parquet ? ParquetTable.SendAsync(context, columns, rows.ToAsyncEnumerable())
        : LinesAsync(context);

    /// <summary>Writes each row as an object with its names first to last.</summary>
    public static void WriteObjects(Utf8JsonWriter writer, IReadOnlyList<string> names, IEnumerable<IReadOnlyList<object?>> rows)
    {
        var properties = names.Select(name => JsonEncodedText.Encode(name)).ToList();
        foreach (var row in rows)
        {
            writer.WriteStartObject();
            for (var i = 0; i < properties.Count; i++)
            {
                writer.WritePropertyName(properties[i]);
                WriteValue(writer, row[i]);
            }

            writer.WriteEndObject();
        }
    }

    /// <summary>Writes a value as the API does.</summary>
    public static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        // Most values are one of these, which need no look at their type's converters.
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            default:
                JsonSerializer.Serialize(writer, value, Json.Options);
                break;
        }
    }

    private async Task LinesAsync(HttpContext context)
    {
        foreach (var row in rows)
        {
            await using (
                var writer = new Utf8JsonWriter(context.Response.BodyWriter, new JsonWriterOptions { Encoder = Json.Options.Encoder })
            )
            {
                WriteObjects(writer, names, [row]);
            }

            await context.Response.BodyWriter.WriteAsync("\n"u8.ToArray(), context.RequestAborted);
        }
    }
}
