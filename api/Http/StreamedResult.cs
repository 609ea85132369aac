using OpenGov.Api.Database;

namespace OpenGov.Api.Http;

/// <summary>
/// An answer that is written while it is read from the database. When that fails half-way the connection ends with an
/// error: what has gone out must never look like a whole file.
/// </summary>
internal abstract class StreamedResult(ReadSession session) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        Describe(httpContext);

        // What is made while it goes out has no parts that could be asked for again; a broken download is begun anew.
        httpContext.Response.Headers.AcceptRanges = "none";
        if (!await StreamedAnswer.BeginAsync(httpContext, session, httpContext.RequestAborted))
        {
            return;
        }

        try
        {
            await WriteAsync(httpContext);
        }
        catch
        {
            if (httpContext.Response.HasStarted)
            {
                httpContext.Abort();
            }

            throw;
        }
    }

    /// <summary>Sets the content type and the other headers of the content.</summary>
    protected abstract void Describe(HttpContext context);

    /// <summary>Writes the body.</summary>
    protected abstract Task WriteAsync(HttpContext context);
}
