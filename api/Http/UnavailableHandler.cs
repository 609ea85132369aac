using Microsoft.AspNetCore.Diagnostics;
using OpenGov.Api.Database;

namespace OpenGov.Api.Http;

/// <summary>A database that cannot be asked is no failure of the service: 503, and when to come back.</summary>
internal sealed class UnavailableHandler(DataStore database) : IExceptionHandler
{
    /// <summary>After how many seconds it is worth asking again.</summary>
    public const int Seconds = 5;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (database.WhyUnavailable(exception) is not { } reason)
        {
            return false;
        }

        await Problems
            .Unavailable(
                httpContext.Response,
                $"{reason} Nothing is wrong with the request: repeat it in a few seconds.",
                "La base de datos no responde ahora. La solicitud no tiene nada malo: repítala en unos segundos.",
                Seconds
            )
            .ExecuteAsync(httpContext);
        return true;
    }
}
