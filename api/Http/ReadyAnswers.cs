using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using OpenGov.Api.Access;
using OpenGov.Api.Database;

namespace OpenGov.Api.Http;

/// <summary>
/// Sends again what the same request was sent a moment ago, before it is routed, checked and looked up: its headers and bytes stand
/// ready while what they were read from stays as it is. Who gives a credential, or asks what nobody asked before, goes the whole way.
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

    private volatile Shelf shelf = new(default, default);

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

        return ShelfOf(state).Ready.TryGetValue(asked, out var known) && IsOf(known, state)
            ? SendAsync(context, known)
            : KeepAsync(context, asked, state);
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
        if (context.Features.Get<HeldAnswer>() is not { } held || !context.Response.Headers.Vary.All(IsAsked))
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
                    context.GetEndpoint(),
                    held.Tables
                )
                {
                    State = held.State,
                }
            );
    }

    /// <summary>Whether what stands ready is the answer in a state of the data; then it is known to be of that.</summary>
    private bool IsOf(Ready ready, DataVersion.State state)
    {
        var of = ready.State;
        if (ReferenceEquals(of, state))
        {
            return true;
        }

        if (!dataVersion.IsSame(of, state, ready.Tables))
        {
            return false;
        }

        ready.State = state;
        return true;
    }

    private static bool IsAsked(string? vary) =>
        vary is null || vary.Split(',').All(header => Variants.Contains(header.Trim(), StringComparer.OrdinalIgnoreCase));

    /// <summary>What stands ready today, of the database that is served.</summary>
    private Shelf ShelfOf(DataVersion.State state)
    {
        var (known, today) = (shelf, database.Today);
        return known.Generation == state.Generation && known.Day == today ? known : shelf = new Shelf(state.Generation, today);
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

    private sealed class Shelf(int generation, DateOnly day)
    {
        private long bytes;

        public int Generation => generation;

        public DateOnly Day => day;

        public ConcurrentDictionary<Asked, Ready> Ready { get; } = new();

        public void Put(Asked asked, Ready ready)
        {
            if (ready.Bytes.Length > MostBytes / 8)
            {
                return;
            }

            // What it takes the place of is not asked for again.
            var more = Ready.TryGetValue(asked, out var old)
                ? ready.Bytes.Length - old.Bytes.Length
                : ready.Bytes.Length + 2 * LongestAsked;
            if (Interlocked.Add(ref bytes, more) > MostBytes)
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
        Endpoint? Endpoint,
        TablesRead Tables
    )
    {
        /// <summary>The last state of the data in which it is known to be the answer.</summary>
        public required DataVersion.State State { get; set; }
    }
}

/// <summary>What was sent from the answers that are held, so that it can be sent again.</summary>
/// <param name="State">The state of the data that it is of.</param>
/// <param name="Tables">What it was read from.</param>
/// <param name="Bytes">The bytes as they were sent.</param>
/// <param name="Tag">Their name.</param>
internal sealed record HeldAnswer(DataVersion.State State, TablesRead Tables, byte[] Bytes, string Tag);
