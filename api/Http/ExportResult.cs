using System.Collections;
using System.Globalization;
using System.Text.Json;
using CsvHelper;
using OpenGov.Api.Data;

namespace OpenGov.Api.Http;

/// <summary>Every row of a list as CSV or NDJSON, one after the other, never all in memory.</summary>
internal sealed class ExportResult<TRecord>(IListRepository<TRecord> repository, ListRequest request, Format format, RecordFinisher finisher, bool bom) : IResult
    where TRecord : Listed
{
    private const int RowsAtATime = 500;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var name = httpContext.Request.Path.Value!.Split('/')[^1];
        httpContext.Response.ContentType = $"{format.MediaType}; charset=utf-8";
        httpContext.Response.Headers.ContentDisposition = $"inline; filename=\"{name}.{format.Suffix}\"";
        httpContext.Features.Set(new StreamedAnswer());
        await finisher.PrepareForStreamAsync(httpContext.RequestAborted);
        var rows = repository.StreamAsync(request, httpContext.RequestAborted);
        await (format == Format.Csv ? WriteCsvAsync(httpContext, rows) : WriteNdJsonAsync(httpContext, rows));
    }

    private async Task WriteCsvAsync(HttpContext context, IAsyncEnumerable<TRecord> rows)
    {
        await using var csv = CsvWriter.Create(context.Response.Body, CsvFormat.Writing with { WriteByteOrderMark = bom }, leaveOpen: true);
        var columns = Shape<TRecord>.Columns.Where(column => request.Fields is null || request.Fields.Contains(column.Name)).ToList();
        foreach (var column in columns)
        {
            csv.WriteField(column.Name);
        }

        await csv.EndRecordAsync(context.RequestAborted);
        await foreach (var row in rows)
        {
            foreach (var column in columns)
            {
                csv.WriteField(Cell(column.Get(row)));
            }

            await csv.EndRecordAsync(context.RequestAborted);
        }
    }

    private async Task WriteNdJsonAsync(HttpContext context, IAsyncEnumerable<TRecord> rows)
    {
        var body = context.Response.BodyWriter;
        await foreach (var chunk in rows.Chunk(RowsAtATime))
        {
            await finisher.FinishAsync(chunk, context.RequestAborted);
            foreach (var row in chunk)
            {
                using (var writer = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = Json.Options.Encoder }))
                {
                    Shape<TRecord>.Write(writer, row, request.Fields);
                }

                body.GetSpan(1)[0] = (byte)'\n';
                body.Advance(1);
            }

            await body.FlushAsync(context.RequestAborted);
        }
    }

    private static string? Cell(object? value) => value switch
    {
        null => null,
        string text => CsvFormat.Guard(text),
        bool flag => flag ? "true" : "false",
        DateOnly date => TypeHandlers.Format(date),
        DateTimeOffset instant => TypeHandlers.Format(instant),
        decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable list => CsvFormat.Guard(string.Join('|', list.Cast<object>().Select(item => Convert.ToString(item, CultureInfo.InvariantCulture)))),
        _ => value.ToString(),
    };
}
