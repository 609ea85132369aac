namespace OpenGov.Api.Http;

/// <summary>
/// Headers by area: the API is data for any origin, the dashboard a page that nobody frames, a widget under <c>/embed/v1</c> one
/// that anybody may.
/// </summary>
internal static class SecurityHeaders
{
    /// <summary>What a page of another origin may read beside the body.</summary>
    public static readonly string[] Exposed =
    [
        "ETag",
        "Last-Modified",
        "Link",
        "RateLimit",
        "RateLimit-Policy",
        "Retry-After",
        "Content-Disposition",
        "Content-Range",
        "Accept-Ranges",
        "Repr-Digest",
        "Allow",
        "WWW-Authenticate",
        "Location",
    ];

    private static readonly string ExposedTogether = string.Join(',', Exposed);

    /// <summary>What is no page loads nothing, runs nothing and is framed by nobody, whatever a browser takes it for.</summary>
    public const string NoPage = $"{Nothing}; frame-ancestors 'none'";

    private const string Nothing = "default-src 'none'; base-uri 'none'; form-action 'none'";

    /// <summary>What anybody may frame.</summary>
    private const string Widgets = "/embed/v1";

    /// <summary>The page of Swashbuckle: its files are its own, its styles are set by its script.</summary>
    private const string Documentation =
        "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Nothing of the dashboard needs a device, and only itself writes to the clipboard.</summary>
    private const string Permissions =
        "accelerometer=(), autoplay=(), camera=(), clipboard-write=(self), display-capture=(), fullscreen=(self), geolocation=(), "
        + "gyroscope=(), "
        + "magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(), "
        + "xr-spatial-tracking=()";

    /// <summary>
    /// The policy of a page of the dashboard: it loads from here alone, asks the API and shows its widgets where that is, and runs the scripts
    /// that the service has written into it, by their hashes. Styles that the first paint needs stand in the page as well.
    /// </summary>
    /// <param name="scripts">Hashes of the scripts in the page.</param>
    /// <param name="api">Origin of the API; empty for this one.</param>
    public static string PagePolicy(IEnumerable<string> scripts, string api) =>
        $"default-src 'self'; img-src 'self' data: blob:; frame-src {From(api)}; style-src 'self' 'unsafe-inline'; script-src 'self' {string.Join(' ', scripts)}; "
        + $"connect-src {From(api)}; object-src 'none'; base-uri 'self'; form-action 'self'; "
        + "frame-ancestors 'none'";

    private static string From(string api) => api.Length == 0 ? "'self'" : $"'self' {api}";

    /// <summary>
    /// The policy of a widget: what it shows stands in it, so that it loads nothing; its style and its script run by their hashes, and
    /// anybody may frame it. That is said by naming no ancestors: <c>*</c> stands for hosts of the network alone, and leaves out files,
    /// <c>data:</c>, <c>blob:</c> and sandboxed documents.
    /// </summary>
    public static string EmbedPolicy(string style, string script) =>
        $"default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'; "
        + "sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox";

    /// <summary>What else than the data any page may read: what tells programs where things are.</summary>
    private static readonly string[] Open =
    [
        "/openapi",
        "/.well-known",
        "/llms.txt",
        "/llms-full.txt",
        "/robots.txt",
        "/sitemap.xml",
        "/health",
        "/mcp",
    ];

    /// <summary>What other sites put into their pages.</summary>
    private static readonly string[] Pasted = [Widgets, "/badges", "/pictures", "/widgets", "/oembed"];

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var path = context.Request.Path;
                var isData =
                    path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
                    || path.StartsWithSegments("/data", StringComparison.OrdinalIgnoreCase);
                var isOpen = isData || Open.Any(area => path.StartsWithSegments(area, StringComparison.OrdinalIgnoreCase));
                var isWidget = path.StartsWithSegments(Widgets, StringComparison.OrdinalIgnoreCase);
                var isPasted = Pasted.Any(area => path.StartsWithSegments(area, StringComparison.OrdinalIgnoreCase));
                context.Response.OnStarting(() =>
                {
                    var headers = context.Response.Headers;
                    headers.XContentTypeOptions = "nosniff";
                    headers["Referrer-Policy"] = isPasted ? "no-referrer" : "strict-origin-when-cross-origin";
                    if (headers.ContentSecurityPolicy.Count == 0)
                    {
                        headers.ContentSecurityPolicy =
                            path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase) ? Documentation
                            : isWidget ? Nothing
                            : NoPage;
                    }

                    if (isWidget)
                    {
                        // A host that asks for it of all that it shows may show a widget, which loads nothing.
                        headers["Cross-Origin-Embedder-Policy"] = "require-corp";
                    }

                    if (isOpen || isPasted)
                    {
                        // Also when no Origin asks: a shared cache may hand this answer to a page that does.
                        headers.AccessControlAllowOrigin = "*";
                        headers.AccessControlExposeHeaders = ExposedTogether;
                    }

                    if (isData || isPasted)
                    {
                        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
                    }

                    if (isData)
                    {
                        if (IsPersonal(context))
                        {
                            headers.CacheControl = "no-store";
                        }
                        else if (
                            context.Response.StatusCode
                            is StatusCodes.Status200OK
                                or StatusCodes.Status206PartialContent
                                or StatusCodes.Status304NotModified
                        )
                        {
                            headers.CacheControl = "public, max-age=60, stale-while-revalidate=600";
                        }
                    }
                    else
                    {
                        headers["Permissions-Policy"] = Permissions;
                        headers["Cross-Origin-Opener-Policy"] = "same-origin";
                    }

                    return Task.CompletedTask;
                });
                return next(context);
            }
        );

    /// <summary>What is answered to a write, or to one caller alone, is nobody else's.</summary>
    private static bool IsPersonal(HttpContext context) =>
        !context.Request.IsRead() || AnsweringMetadata.IsPersonal(context.GetEndpoint()?.Metadata);
}
