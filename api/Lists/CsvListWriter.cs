using CsvHelper;
using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>CSV: RFC 4180, a column for each plain property.</summary>
internal sealed class CsvListWriter<TRecord>() : ListWriter<TRecord>(Format.Csv)
    where TRecord : ListItem
{
    public override IReadOnlyList<Shape<TRecord>.Property> Holds => Shape<TRecord>.Columns;

    public override async Task WriteAsync(HttpContext context, IAsyncEnumerable<TRecord> rows, ListRequest request, RecordFinisher finisher)
    {
        var bom = context.Request.Query["bom"] == "true";
        await using var csv = CsvWriter.Create(context.Response.Body, CsvFormat.Writing with { WriteByteOrderMark = bom }, leaveOpen: true);
        var columns = Shape<TRecord>.ColumnsOf(request.Fields);
        foreach (var column in columns)
        {
            csv.WriteField(column.Name);
        }

        await csv.EndRecordAsync(context.RequestAborted);
        await foreach (var row in rows)
        {
            foreach (var column in columns)
            {
                csv.WriteField(CsvFormat.Cell(column.Get(row)));
            }

            await csv.EndRecordAsync(context.RequestAborted);
        }
    }
}
