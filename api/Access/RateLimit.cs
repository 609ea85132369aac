using System.Collections.Concurrent;
using System.Globalization;
using OpenGov.Api.Http;

namespace OpenGov.Api.Access;

/// <summary>
/// Counts the requests of each client (its key, else its address) in a window, says on every answer what is left,
/// and answers 429 with the seconds to wait when nothing is. It protects the service; it does not ration the data.
/// </summary>
/// <remarks>The framework's limiters cannot tell when a window ends, so the windows are our own. Each node counts what it answers.</remarks>
internal sealed class RateLimit(RequestDelegate next, Settings settings, KeysRepository keys, TimeProvider clock)
{
    internal const int MostClients = 200_000;
    private const string Scheme = "Bearer ";

    private readonly int quota = settings.RateLimit.Requests;
    private readonly int keyQuota = settings.RateLimit.KeyRequests;
    private readonly int window = settings.RateLimit.WindowSeconds;
    private Window current = new(0);

    /// <summary>Clients of the present window.</summary>
    internal int Clients => Volatile.Read(ref current).Clients.Count;

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
        if (key is not null)
        {
            context.Features.Set(new Client(key.Id));
        }

        var (policy, most) = key is null ? ("default", quota) : ("key", key.Requests ?? keyQuota);
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var start = now - (now % window);
        var used = WindowAt(start).Count(Client.Of(context));

        var left = Math.Max(0, most - used);
        var seconds = start + window - now;
        context.Response.OnStarting(() =>
        {
            context.Response.Headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"{policy}\";q={most};w={window}");
            context.Response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{policy}\";r={left};t={seconds}");
            return Task.CompletedTask;
        });
        if (used > most)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            await Problems.TooManyRequests(
                $"You have made {most} requests in {window} seconds. Wait {seconds} seconds; for bulk data take /data/opengov.zip.").ExecuteAsync(context);
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

    /// <summary>What the client gives as its key; null when it gives none.</summary>
    private static string? Secret(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var given && given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? given[Scheme.Length..].Trim() : null;

    /// <summary>The window that began then. Clients of the one before are forgotten with it, whole: nothing is ever swept.</summary>
    private Window WindowAt(long start)
    {
        var known = Volatile.Read(ref current);
        if (known.Start == start)
        {
            return known;
        }

        var begun = new Window(start);
        var before = Interlocked.CompareExchange(ref current, begun, known);
        return before == known ? begun : before.Start == start ? before : begun;
    }

    private sealed class Window(long start)
    {
        private int known;

        public long Start => start;

        public ConcurrentDictionary<string, Counter> Clients { get; } = new();

        /// <summary>
        /// Counts a request. When more clients come in one window than the table takes, those that come last are not
        /// counted: to count them together would let the many that fill the table shut out everybody else.
        /// </summary>
        public int Count(Client client)
        {
            if (!Clients.TryGetValue(client.Id, out var counter))
            {
                if (Volatile.Read(ref known) >= MostClients)
                {
                    return 1;
                }

                counter = Clients.GetOrAdd(client.Id, _ => new Counter());
                Interlocked.Increment(ref known);
            }

            return counter.Next();
        }
    }

    private sealed class Counter
    {
        private int used;

        public int Next() => Interlocked.Increment(ref used);
    }
}
