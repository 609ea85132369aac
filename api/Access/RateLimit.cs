using System.Globalization;
using OpenGov.Api.Http;

namespace OpenGov.Api.Access;

/// <summary>
/// Counts the requests of each client (whoever its credential names, else its address) in a window, says on every answer
/// what is left, and answers 429 with the seconds to wait when nothing is. It protects the service; it does not ration the data.
/// </summary>
internal sealed class RateLimit(RequestDelegate next, Settings settings, TimeProvider clock)
{
    private readonly int quota = settings.RateLimit.Requests;
    private readonly int keyQuota = settings.RateLimit.KeyRequests;
    private readonly int window = settings.RateLimit.WindowSeconds;
    private readonly CountingWindows windows = new(settings.RateLimit.WindowSeconds, clock);

    /// <summary>Clients of the present window.</summary>
    internal int Clients => windows.Clients;

    public async Task InvokeAsync(HttpContext context)
    {
        if (quota <= 0)
        {
            await next(context);
            return;
        }

        var (policy, most) = Caller.Of(context.User) is { } caller ? ("key", caller.Requests ?? keyQuota) : ("default", quota);
        var used = windows.Count(Client.Of(context).Id);
        var left = Math.Max(0, most - used);
        var seconds = windows.Left;
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"{policy}\";q={most};w={window}");
            headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{policy}\";r={left};t={seconds}");
            return Task.CompletedTask;
        });
        if (used > most)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            await Problems
                .TooManyRequests(
                    $"You have made {most} requests in {window} seconds. Wait {seconds} seconds; for bulk data take /data/opengov.zip."
                )
                .ExecuteAsync(context);
            return;
        }

        await next(context);
    }
}
