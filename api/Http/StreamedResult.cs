namespace OpenGov.Api.Http;

/// <summary>
/// An answer that is written while it is read from the database. When that fails half-way the connection ends with an
/// error: what has gone out must never look like a whole file.
/// </summary>
internal abstract class StreamedResult : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        StreamedAnswer.Begin(httpContext);
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

    /// <summary>Sets the headers and writes the body.</summary>
    protected abstract Task WriteAsync(HttpContext context);
}
