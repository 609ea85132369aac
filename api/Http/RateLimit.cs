using System.Collections.Concurrent;
using System.Globalization;

namespace OpenGov.Api.Http;

/// <summary>
/// Counts the requests of each client (its key, else its address) in a window, says on every answer what is left,
/// and answers 429 with the seconds to wait when nothing is. It protects the service; it does not ration the data.
/// </summary>
/// <remarks>The framework's limiters cannot tell when a window ends, so the windows are our own.</remarks>
internal sealed class RateLimit(RequestDelegate next, IConfiguration configuration, TimeProvider clock)
{
    private const int MostClients = 100_000;

    private readonly int quota = configuration.GetValue("RateLimit:Requests", 30_000);
    private readonly int window = configuration.GetValue("RateLimit:WindowSeconds", 60);
    private readonly ConcurrentDictionary<string, Window> clients = new();
    private long sweptAt;

    public Task InvokeAsync(HttpContext context)
    {
        if (!IsLimited(context.Request.Path) || quota <= 0)
        {
            return next(context);
        }

        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var start = now - (now % window);
        var used = clients.AddOrUpdate(
            Client(context),
            _ => new Window(start, 1),
            (_, known) => known.Start == start ? known with { Used = known.Used + 1 } : new Window(start, 1)).Used;
        Sweep(start);

        var left = Math.Max(0, quota - used);
        var seconds = start + window - now;
        context.Response.OnStarting(() =>
        {
            context.Response.Headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"default\";q={quota};w={window}");
            context.Response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"default\";r={left};t={seconds}");
            return Task.CompletedTask;
        });
        if (used <= quota)
        {
            return next(context);
        }

        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problems.TooManyRequests($"You have made {quota} requests in {window} seconds. Wait {seconds} seconds; for bulk data take /data/opengov.zip.").ExecuteAsync(context);
    }

    private static bool IsLimited(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/data", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase);

    private static string Client(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>Forgets windows that have ended; once a window, or when an unusual number of clients has come.</summary>
    private void Sweep(long start)
    {
        if (Interlocked.Exchange(ref sweptAt, start) == start && clients.Count < MostClients)
        {
            return;
        }

        foreach (var (client, known) in clients)
        {
            if (known.Start != start)
            {
                clients.TryRemove(KeyValuePair.Create(client, known));
            }
        }
    }

    private sealed record Window(long Start, int Used);
}
