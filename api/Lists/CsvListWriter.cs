using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>CSV: RFC 4180, a column for each plain property.</summary>
internal sealed class CsvListWriter<TRecord>() : ListWriter<TRecord>(Format.Csv)
    where TRecord : ListItem
{
    public override IReadOnlyList<Shape<TRecord>.Property> Holds => Shape<TRecord>.Columns;

    public override Task WriteAsync(HttpContext context, IAsyncEnumerable<TRecord> rows, ListRequest request, RecordFinisher finisher)
    {
        var columns = Shape<TRecord>.ColumnsOf(request.Fields);
        return CsvTable.WriteAsync(
            context,
            [.. columns.Select(column => column.Name)],
            rows.Select(row => columns.Select(column => column.Get(row)))
        );
    }
}
