using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenGov.Api.Http;

namespace OpenGov.Api.Access;

/// <summary>What a client may do in a window of time, as the answers say it (<c>RateLimit-Policy</c>, <c>RateLimit</c>).</summary>
/// <param name="Policy">What is counted.</param>
/// <param name="Most">How much of it is possible in a window.</param>
/// <param name="Remaining">How much of that is left.</param>
/// <param name="Window">Length of the window, in seconds.</param>
/// <param name="Left">Seconds until it ends.</param>
internal sealed record Quota(string Policy, int Most, int Remaining, int Window, long Left)
{
    /// <summary>Whether there was nothing left when it was counted.</summary>
    public bool IsSpent { get; init; }

    /// <summary>A number of seconds, in words.</summary>
    public static string Seconds(long count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "second" : "seconds")}");

    /// <summary>The same in Spanish.</summary>
    public static string SecondsInSpanish(long count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "segundo" : "segundos")}");

    /// <summary>Says it on an answer.</summary>
    public void Tell(HttpResponse response)
    {
        response.Headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"{Policy}\";q={Most};w={Window}");
        response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{Policy}\";r={Remaining};t={Left}");
    }

    /// <summary>A 429 that says when the window ends.</summary>
    public ProblemHttpResult Refuse(HttpResponse response, string code, string detail, string spanish)
    {
        Tell(response);
        Problems.RetryAfter(response, (int)Left);
        return Problems.TooManyRequests(code, detail, spanish);
    }
}
