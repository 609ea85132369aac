using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>
/// XLSX: the columns of the CSV in a sheet, numbers as numbers and dates as dates; behind it what each column means, and the sources of the
/// rows.
/// </summary>
internal sealed class XlsxListWriter<TRecord>() : ListWriter<TRecord>(Format.Xlsx)
    where TRecord : ListItem
{
    public override IReadOnlyList<Shape<TRecord>.Property> Holds => Shape<TRecord>.Columns;

    public override Task WriteAsync(HttpContext context, IAsyncEnumerable<TRecord> rows, ListRequest request, RecordFinisher finisher)
    {
        var columns = Shape<TRecord>.ColumnsOf(request.Fields);
        var cited = new SortedSet<string>(StringComparer.Ordinal);
        return XlsxTable.WriteAsync(
            context,
            [.. columns.Select(column => column.Name)],
            rows.Select(row =>
            {
                cited.UnionWith(row is PublicRecord { SourceIds: var ids } ? ids : []);
                return columns.Select(column => column.Get(row));
            }),
            XlsxTable.Dictionary(columns.Select(column => (column.Name, column.Description))),
            new XlsxTable.Sheet(
                "cited_sources",
                ["id", "title", "title_es", "url", "publisher", "kind", "published_on", "original_url"],
                async () =>
                    (await finisher.SourcesAsync([.. cited], context.RequestAborted)).Select(source =>
                        (IEnumerable<object?>)
                            [
                                source.Id,
                                source.Title,
                                source.TitleEs,
                                source.Url,
                                source.Publisher,
                                source.Kind,
                                source.PublishedOn,
                                source.OriginalUrl,
                            ]
                    )
            )
        );
    }
}
