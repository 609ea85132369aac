using System.Diagnostics;

namespace OpenGov.Api.Http;

/// <summary>
/// Names each request that is worked on: in the log, and as <c>traceId</c> of a problem. The host would name all that come, and those that are
/// sent again what stands ready cost little more than a name.
/// </summary>
internal static class RequestTrace
{
    public static void UseRequestTrace(this IApplicationBuilder app)
    {
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RequestTrace));

        // Where traces are collected, or the log is told of all requests, the host has named it.
        app.Use(next => context => Activity.Current is null ? NamedAsync(next, context, logger) : next(context));
    }

    private static async Task NamedAsync(RequestDelegate next, HttpContext context, ILogger logger)
    {
        using var named = new Activity("request");
        DistributedContextPropagator.Current.ExtractTraceIdAndState(context.Request.Headers, Header, out var parent, out var state);
        if (parent is { Length: > 0 })
        {
            named.SetParentId(parent);
            named.TraceStateString = state;
        }

        named.Start();
        using (logger.BeginScope("RequestId:{RequestId} RequestPath:{RequestPath}", context.TraceIdentifier, context.Request.Path))
        {
            await next(context);
        }
    }

    private static void Header(object? headers, string name, out string? value, out IEnumerable<string>? values)
    {
        (value, values) = (((IHeaderDictionary)headers!)[name], null);
    }
}
