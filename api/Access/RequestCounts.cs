namespace OpenGov.Api.Access;

/// <summary>How many requests each client has made in the present window; each request is counted once.</summary>
internal sealed class RequestCounts(Settings settings, TimeProvider clock)
{
    private readonly CountingWindows windows = new(settings.RateLimit.WindowSeconds, clock);

    /// <summary>Clients of the present window.</summary>
    internal int Clients => windows.Clients;

    /// <summary>What the client of a request may still do, this request counted; null where nothing is counted.</summary>
    public Quota? Count(HttpContext context)
    {
        var limit = settings.RateLimit;
        if (limit.Requests <= 0)
        {
            return null;
        }

        if (context.Features.Get<Quota>() is { } counted)
        {
            return counted;
        }

        var (policy, most) = Caller.Of(context.User) is { } caller
            ? ("key", caller.Requests ?? limit.KeyRequests)
            : ("default", limit.Requests);
        var used = windows.Count(Client.Of(context).Id);
        var left = new Quota(policy, most, Math.Max(0, most - used), limit.WindowSeconds, windows.Left) { IsSpent = used > most };
        context.Features.Set(left);
        return left;
    }
}
