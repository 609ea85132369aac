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
        var left = new Quota(policy, most, Math.Max(0, most - used), window, windows.Left);
        context.Response.OnStarting(() =>
        {
            left.Tell(context.Response);
            return Task.CompletedTask;
        });
        if (used > most)
        {
            var detail =
                $"You have made {most} requests in {Quota.Seconds(window)}. Wait {Quota.Seconds(left.Left)}; "
                + "for bulk data take /data/opengov.zip.";
            await left.Refuse(context.Response, "too_many_requests", detail).ExecuteAsync(context);
            return;
        }

        await next(context);
    }
}
