namespace OpenGov.Api.Http;

/// <summary>OPTIONS outside a CORS preflight: says what the public addresses take.</summary>
internal static class Options
{
    public static IApplicationBuilder UseOptions(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!HttpMethods.IsOptions(context.Request.Method))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        context.Response.Headers.Allow = "GET, HEAD, OPTIONS";
        return Task.CompletedTask;
    });
}

/// <summary>Headers by area: the API is data for any origin, the dashboard a page that nobody frames, a figure under <c>/embed</c> one that anybody may.</summary>
internal static class SecurityHeaders
{
    /// <summary>What a page of another origin may read beside the body.</summary>
    public static readonly string[] Exposed = ["ETag", "Last-Modified", "Link", "RateLimit", "RateLimit-Policy", "Retry-After", "Content-Disposition"];

    /// <summary>The dashboard loads nothing from elsewhere. What its first paint needs stands in the page itself, so scripts and styles there are allowed. Who may frame it is added.</summary>
    private const string Dashboard =
        "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors ";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var isApi = context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || context.Request.Path.StartsWithSegments("/data", StringComparison.OrdinalIgnoreCase);
        var isEmbedded = context.Request.Path.StartsWithSegments("/embed", StringComparison.OrdinalIgnoreCase);
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
            if (isApi)
            {
                // Also when no Origin asks: a shared cache may hand this answer to a page that does.
                headers.AccessControlAllowOrigin = "*";
                headers.AccessControlExposeHeaders = string.Join(',', Exposed);
                headers["Cross-Origin-Resource-Policy"] = "cross-origin";
                if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
                {
                    headers.CacheControl = "public, max-age=60, stale-while-revalidate=600";
                }
            }
            else
            {
                headers.ContentSecurityPolicy = Dashboard + (isEmbedded ? "*" : "'none'");
            }

            return Task.CompletedTask;
        });
        return next(context);
    });
}
