using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using OpenGov.Api.Access;
using OpenGov.Api.Database;

namespace OpenGov.Api.Http;

/// <summary>
/// Sends again what the same request was sent a moment ago, before it is routed, checked and looked up: its headers and bytes stand
/// ready while the data stays as it is. Who gives a credential, or asks what nobody asked before, goes the whole way.
/// </summary>
internal sealed class ReadyAnswers(RequestDelegate next, DataVersion dataVersion, DataStore database, RequestCounts counts)
{
    /// <summary>Bytes that stand ready at most; then all of them are forgotten, and those that are still asked for stand ready again.</summary>
    private const long MostBytes = 16 * 1024 * 1024;

    /// <summary>A request with longer parts is not remembered.</summary>
    private const int LongestAsked = 2048;

    /// <summary>Headers that differ from one answer to the next.</summary>
    private static readonly string[] Fleeting =
    [
        HeaderNames.Date,
        HeaderNames.Connection,
        HeaderNames.TransferEncoding,
        HeaderNames.ContentLength,
        "RateLimit",
        "RateLimit-Policy",
    ];

    /// <summary>Headers of content, which a 304 has not.</summary>
    private static readonly string[] OfContent = [HeaderNames.ContentType, HeaderNames.ContentDisposition, HeaderNames.ContentEncoding];

    /// <summary>What an answer may vary by: all of it is part of what was asked.</summary>
    private static readonly string[] Variants = [HeaderNames.Accept, HeaderNames.AcceptEncoding, HeaderNames.Origin];

    private volatile Shelf shelf = new(new DataVersion.State(), default);

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (
            !HttpMethods.IsGet(context.Request.Method)
            || headers.Authorization.Count > 0
            || headers.Range.Count > 0
            || context.Request.ContentLength > 0
            || !dataVersion.TryKnown(out var state)
        )
        {
            return next(context);
        }

        var asked = Asked.Of(context.Request);
        if (asked.Length > LongestAsked)
        {
            return next(context);
        }

        var ready = ShelfOf(state).Ready;
        return ready.TryGetValue(asked, out var known) ? SendAsync(context, known) : KeepAsync(context, asked, state);
    }

    private Task SendAsync(HttpContext context, Ready ready)
    {
        var given = context.Request.Headers.IfNoneMatch;
        var isHad = given.Count > 0 && given == ready.Tag;
        if (given.Count > 0 && !isHad)
        {
            return next(context);
        }

        var response = context.Response;
        if (ready.IsCounted && counts.Count(context) is { } quota)
        {
            if (quota.IsSpent)
            {
                // It has been counted; the whole way says so.
                return next(context);
            }

            quota.Tell(response);
        }

        // What measures requests by their route finds it here, too.
        context.SetEndpoint(ready.Endpoint);
        foreach (var (name, value) in isHad ? ready.OfUnchanged : ready.Headers)
        {
            response.Headers[name] = value;
        }

        if (isHad)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentLength = ready.Bytes.Length;
        return response.Body.WriteAsync(ready.Bytes, CancellationToken.None).AsTask();
    }

    private async Task KeepAsync(HttpContext context, Asked asked, DataVersion.State state)
    {
        await next(context);
        if (context.Features.Get<HeldAnswer>() is not { } held || held.State != state || !context.Response.Headers.Vary.All(IsAsked))
        {
            return;
        }

        KeyValuePair<string, StringValues>[] headers = [.. context.Response.Headers.Where(header => !Fleeting.Contains(header.Key))];
        ShelfOf(state)
            .Put(
                asked,
                new Ready(
                    headers,
                    [.. headers.Where(header => !OfContent.Contains(header.Key))],
                    held.Bytes,
                    held.Tag,
                    context.Features.Get<Quota>() is not null,
                    context.GetEndpoint()
                )
            );
    }

    private static bool IsAsked(string? vary) =>
        vary is null || vary.Split(',').All(header => Variants.Contains(header.Trim(), StringComparer.OrdinalIgnoreCase));

    /// <summary>What stands ready in this state of the data, today.</summary>
    private Shelf ShelfOf(DataVersion.State state)
    {
        var (known, today) = (shelf, database.Today);
        return known.State == state && known.Day == today ? known : shelf = new Shelf(state, today);
    }

    /// <summary>All that an answer follows from beside the data.</summary>
    private readonly record struct Asked(
        string Scheme,
        string Host,
        string Path,
        string Query,
        StringValues Accept,
        StringValues Encoding,
        bool IsCrossOrigin
    )
    {
        public int Length =>
            Host.Length + Path.Length + Query.Length + Accept.Sum(value => value?.Length ?? 0) + Encoding.Sum(value => value?.Length ?? 0);

        public static Asked Of(HttpRequest request) =>
            new(
                request.Scheme,
                request.Headers.Host.ToString(),
                request.Path.Value ?? "",
                request.QueryString.Value ?? "",
                request.Headers.Accept,
                request.Headers.AcceptEncoding,
                request.Headers.Origin.Count > 0
            );
    }

    private sealed class Shelf(DataVersion.State state, DateOnly day)
    {
        private long bytes;

        public DataVersion.State State => state;

        public DateOnly Day => day;

        public ConcurrentDictionary<Asked, Ready> Ready { get; } = new();

        public void Put(Asked asked, Ready ready)
        {
            if (ready.Bytes.Length > MostBytes / 8)
            {
                return;
            }

            if (Interlocked.Add(ref bytes, ready.Bytes.Length + 2 * LongestAsked) > MostBytes)
            {
                Ready.Clear();
                Interlocked.Exchange(ref bytes, 0);
            }

            Ready[asked] = ready;
        }
    }

    private sealed record Ready(
        KeyValuePair<string, StringValues>[] Headers,
        KeyValuePair<string, StringValues>[] OfUnchanged,
        byte[] Bytes,
        string Tag,
        bool IsCounted,
        Endpoint? Endpoint
    );
}

/// <summary>What was sent from the answers that are held, so that it can be sent again.</summary>
/// <param name="State">The state of the data that it is of.</param>
/// <param name="Bytes">The bytes as they were sent.</param>
/// <param name="Tag">Their name.</param>
internal sealed record HeldAnswer(DataVersion.State State, byte[] Bytes, string Tag);
