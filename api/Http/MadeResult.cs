using Microsoft.Net.Http.Headers;
using OpenGov.Api.Access;
using OpenGov.Api.Database;

namespace OpenGov.Api.Http;

/// <summary>
/// A file that is made once for a state of the data and kept, whole or a part of it. Only making it reads the data, and is an export; while
/// it is sent it keeps nobody waiting.
/// </summary>
/// <param name="session">The state of the data.</param>
/// <param name="contentType">Type of the file.</param>
/// <param name="name">Its name.</param>
/// <param name="make">Writes it at a path.</param>
internal sealed class MadeResult(ReadSession session, string contentType, string name, Func<string, Task> make) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, left) = (httpContext.Response, httpContext.RequestAborted);
        var services = httpContext.RequestServices;
        var (threads, made) = (services.GetRequiredService<ReadThreads>(), services.GetRequiredService<MadeFiles>());
        response.ContentType = contentType;
        var (tag, changedAt) = await threads.RunAsync(() => StreamedAnswer.NameAsync(httpContext, session, left));
        var key = $"{name} of {(await session.StateAsync(left)).Key}";
        if (made.Find(key) is not { } file)
        {
            var exports = services.GetRequiredService<ExportGate>();
            using var place = exports.TryEnter(Client.Of(httpContext), httpContext.Abort);
            if (place is null)
            {
                await Problems.Unavailable(response, exports.Closed, exports.ClosedInSpanish, seconds: 5).ExecuteAsync(httpContext);
                return;
            }

            file = await threads.RunAsync(() => made.OpenAsync(key, make, left));
        }

        await session.DisposeAsync();
        await SendAsync(httpContext, file, contentType, name, tag, changedAt);
    }

    /// <summary>Sends a file that names itself by its tag, or the part of it that is asked for, or that the client has it.</summary>
    public static async Task SendAsync(
        HttpContext context,
        Stream file,
        string contentType,
        string name,
        string tag,
        DateTimeOffset? changedAt = null
    )
    {
        var response = context.Response;
        StreamedAnswer.NeedsReading(context);
        KeepRangesThatHold(context.Request, tag);
        await Results
            .File(file, contentType, name, changedAt, new EntityTagHeaderValue(tag), enableRangeProcessing: true)
            .ExecuteAsync(context);
        if (response.StatusCode >= StatusCodes.Status400BadRequest && !response.HasStarted)
        {
            // What cannot be given is said as everywhere.
            (response.ContentLength, response.ContentType, response.Headers.ContentDisposition) = (null, null, default);
        }
    }

    /// <summary>
    /// A part is given of bytes, to a GET, and under a condition only of the very file that it names: of two changes in one second a day
    /// and hour cannot tell.
    /// </summary>
    private static void KeepRangesThatHold(HttpRequest request, string tag)
    {
        if (
            !HttpMethods.IsGet(request.Method)
            || !request.Headers.Range.ToString().StartsWith("bytes=", StringComparison.OrdinalIgnoreCase)
            || request.Headers.IfRange.Count > 0 && request.Headers.IfRange != tag
        )
        {
            request.Headers.Remove(HeaderNames.Range);
            request.Headers.Remove(HeaderNames.IfRange);
        }
    }
}
