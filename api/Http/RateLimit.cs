using System.Collections.Concurrent;
using System.Globalization;

namespace OpenGov.Api.Http;

/// <summary>
/// Counts the requests of each client (its key, else its address) in a window, says on every answer what is left,
/// and answers 429 with the seconds to wait when nothing is. It protects the service; it does not ration the data.
/// </summary>
/// <remarks>The framework's limiters cannot tell when a window ends, so the windows are our own. Each node counts what it answers.</remarks>
internal sealed class RateLimit(RequestDelegate next, Settings settings, KeysRepository keys, TimeProvider clock)
{
    private const int MostClients = 100_000;
    private const string Scheme = "Bearer ";

    private readonly int quota = settings.RateLimit.Requests;
    private readonly int keyQuota = settings.RateLimit.KeyRequests;
    private readonly int window = settings.RateLimit.WindowSeconds;
    private readonly ConcurrentDictionary<string, Window> clients = new();
    private long sweptAt;

    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsLimited(context.Request.Path) || quota <= 0)
        {
            await next(context);
            return;
        }

        // A secret that no key has is counted by address: whoever tries secrets is slowed down like anyone else.
        var secret = Secret(context.Request);
        var key = secret is null ? null : await keys.FindAsync(secret, context.RequestAborted);
        var client = key is null
            ? new Client(Address(context), "default", quota)
            : new Client(key.Id, "key", key.Requests ?? keyQuota);

        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var start = now - (now % window);
        var used = clients.AddOrUpdate(
            client.Id,
            _ => new Window(start, 1),
            (_, known) => known.Start == start ? known with { Used = known.Used + 1 } : new Window(start, 1)).Used;
        Sweep(start);

        var left = Math.Max(0, client.Quota - used);
        var seconds = start + window - now;
        context.Response.OnStarting(() =>
        {
            context.Response.Headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"{client.Policy}\";q={client.Quota};w={window}");
            context.Response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{client.Policy}\";r={left};t={seconds}");
            return Task.CompletedTask;
        });
        if (used > client.Quota)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            await Problems.TooManyRequests(
                $"You have made {client.Quota} requests in {window} seconds. Wait {seconds} seconds; for bulk data take /data/opengov.zip.").ExecuteAsync(context);
        }
        else if (secret is not null && key is null)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            await Problems.Unauthorized("The key in the Authorization header is not one that is in use. Reading needs none: leave the header out.").ExecuteAsync(context);
        }
        else
        {
            await next(context);
        }
    }

    private static bool IsLimited(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/data", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase);

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>What the client gives as its key; null when it gives none.</summary>
    private static string? Secret(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var given && given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? given[Scheme.Length..].Trim() : null;

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

    private sealed record Client(string Id, string Policy, int Quota);

    private sealed record Window(long Start, int Used);
}
