using OpenGov.Api.Data;

namespace OpenGov.Api.Http;

/// <summary>A list in another format than JSON, streamed.</summary>
internal sealed class ExportResult<TRecord>(
    IListRepository<TRecord> repository, ListRequest request, ListWriter<TRecord> writer, RecordFinisher finisher, ReadSession session) : IResult
    where TRecord : Listed
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var name = httpContext.Request.Path.Value!.Split('/')[^1];
        var isText = writer.Format != Format.Xlsx;
        httpContext.Response.ContentType = isText ? $"{writer.Format.MediaType}; charset=utf-8" : writer.Format.MediaType;
        httpContext.Response.Headers.ContentDisposition = $"inline; filename=\"{name}.{writer.Format.Suffix}\"";
        if (!await StreamedAnswer.BeginAsync(httpContext, session, httpContext.RequestAborted))
        {
            return;
        }

        await finisher.PrepareForStreamAsync(httpContext.RequestAborted);
        await writer.WriteAsync(httpContext, repository.StreamAsync(request, httpContext.RequestAborted), request, finisher);
    }
}
