using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>XLSX: the columns of the CSV in one sheet, numbers as numbers and dates as dates.</summary>
internal sealed class XlsxListWriter<TRecord>() : ListWriter<TRecord>(Format.Xlsx)
    where TRecord : ListItem
{
    public override IReadOnlyList<Shape<TRecord>.Property> Holds => Shape<TRecord>.Columns;

    public override Task WriteAsync(HttpContext context, IAsyncEnumerable<TRecord> rows, ListRequest request, RecordFinisher finisher)
    {
        var columns = Shape<TRecord>.ColumnsOf(request.Fields);
        return XlsxTable.WriteAsync(
            context,
            [.. columns.Select(column => column.Name)],
            rows.Select(row => columns.Select(column => column.Get(row)))
        );
    }
}
