namespace OpenGov.Api.Http;

/// <summary>OPTIONS outside a CORS preflight: says what the public addresses take.</summary>
internal static class AllowedMethods
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
