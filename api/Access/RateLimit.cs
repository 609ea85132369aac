namespace OpenGov.Api.Access;

/// <summary>
/// Counts the requests of each client (whoever its credential names, else its address) in a window, says on every answer
/// what is left, and answers 429 with the seconds to wait when nothing is. It protects the service; it does not ration the data.
/// </summary>
internal sealed class RateLimit(RequestDelegate next, RequestCounts counts)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (counts.Count(context) is not { } left)
        {
            await next(context);
            return;
        }

        context.Response.OnStarting(() =>
        {
            left.Tell(context.Response);
            return Task.CompletedTask;
        });
        if (left.IsSpent)
        {
            var detail =
                $"You have made {left.Most} requests in {Quota.Seconds(left.Window)}. Wait {Quota.Seconds(left.Left)}; "
                + "for bulk data take /data/opengov.zip.";
            var spanish =
                $"Ha hecho {left.Most} solicitudes en {Quota.SecondsInSpanish(left.Window)}. Espere {Quota.SecondsInSpanish(left.Left)}; "
                + "para todos los datos tome /data/opengov.zip.";
            await left.Refuse(context.Response, "too_many_requests", detail, spanish).ExecuteAsync(context);
            return;
        }

        await next(context);
    }
}
