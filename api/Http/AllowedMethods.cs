namespace OpenGov.Api.Http;

/// <summary>
/// What an address takes is what its endpoints take. Routing finds that out whenever somebody asks with a method that none of
/// them has; OPTIONS is such a method, and so is the question of a browser before a request (CORS). What is at no address is a
/// 404 for these as well.
/// </summary>
internal static class AllowedMethods
{
    private static readonly string PreflightSeconds = "86400";

    private static readonly string[] Reads = [.. ReadMethods.All, HttpMethods.Options];

    public static IApplicationBuilder UseAllowedMethods(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                await next(context);
                var response = context.Response;
                if (response.StatusCode != StatusCodes.Status405MethodNotAllowed || response.HasStarted)
                {
                    return;
                }

                // What is written has no suffix.
                response.Headers.Allow = Formats.Suffix(context) is null
                    ? string.Join(", ", $"{response.Headers.Allow}".Split(", ").Append(HttpMethods.Options).Distinct())
                    : string.Join(", ", Reads);
                if (HttpMethods.IsOptions(context.Request.Method))
                {
                    // Any origin may read; who writes does it from a server, or from the service's own pages.
                    response.StatusCode = StatusCodes.Status204NoContent;
                    AnswerPreflight(context, Reads.Where($"{response.Headers.Allow}".Split(", ").Contains));
                }
            }
        );

    /// <summary>Whether a browser asks what another origin may do here.</summary>
    public static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.Origin.Count > 0 && request.Headers.AccessControlRequestMethod.Count > 0;

    /// <summary>Answers what an address takes, all of which reads.</summary>
    public static Task Answer(HttpContext context, IReadOnlyList<string> methods)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        context.Response.Headers.Allow = string.Join(", ", methods);
        AnswerPreflight(context, methods);
        return Task.CompletedTask;
    }

    private static void AnswerPreflight(HttpContext context, IEnumerable<string> methods)
    {
        if (IsPreflight(context.Request))
        {
            var headers = context.Response.Headers;
            headers.AccessControlAllowOrigin = "*";
            headers.AccessControlAllowMethods = string.Join(", ", methods);
            headers.AccessControlAllowHeaders = context.Request.Headers.AccessControlRequestHeaders;
            headers.AccessControlMaxAge = PreflightSeconds;
        }
    }
}
