using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>Parquet: the columns of the CSV, each of its type.</summary>
internal sealed class ParquetListWriter<TRecord>() : ListWriter<TRecord>(Format.Parquet)
    where TRecord : ListItem
{
    public override IReadOnlyList<Shape<TRecord>.Property> Holds => Shape<TRecord>.Columns;

    public override Task WriteAsync(HttpContext context, IAsyncEnumerable<TRecord> rows, ListRequest request, RecordFinisher finisher)
    {
        var columns = Shape<TRecord>.ColumnsOf(request.Fields);
        return ParquetTable.SendAsync(
            context,
            [.. columns.Select(column => new ParquetTable.Column(column.Name, column.Type))],
            rows.Select(row => columns.Select(column => column.Get(row)))
        );
    }
}
