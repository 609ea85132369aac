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
        var isText = writer.Format != Format.Xlsx;
        context.Response.ContentType = isText ? $"{writer.Format.MediaType}; charset=utf-8" : writer.Format.MediaType;
        context.Response.Headers.ContentDisposition =
            $"inline; filename=\"{RequestPath.FileName(context.Request)}.{writer.Format.Suffix}\"";
    }

    protected override async Task WriteAsync(HttpContext context)
    {
        await finisher.PrepareForStreamAsync(context.RequestAborted);
        await writer.WriteAsync(context, repository.StreamAsync(request, context.RequestAborted), request, finisher);
    }
}
