using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>A list in another format than JSON, streamed.</summary>
internal sealed class ExportResult<TRecord>(
    IListRepository<TRecord> repository,
    ListRequest request,
    ListWriter<TRecord> writer,
    RecordFinisher finisher,
    ReadSession session
) : StreamedResult(session)
    where TRecord : ListItem
{
    protected override void Describe(HttpContext context)
    {
        context.Response.ContentType = writer.Format.ContentType;
        context.Response.Headers.ContentDisposition =
            $"inline; filename=\"{RequestPath.FileName(context.Request)}.{writer.Format.Suffix}\"";
    }

    protected override async Task WriteAsync(HttpContext context)
    {
        await finisher.PrepareForStreamAsync(context.RequestAborted);
        await writer.WriteAsync(context, repository.StreamAsync(request, context.RequestAborted), request, finisher);
    }
}
