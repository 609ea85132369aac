using Microsoft.Net.Http.Headers;

namespace OpenGov.Api.Http;

/// <summary>A format in which an address answers.</summary>
/// <param name="Suffix">What chooses it at the end of an address, and wins.</param>
/// <param name="MediaType">What chooses it in Accept.</param>
/// <param name="IsText">Whether it is text, in UTF-8.</param>
internal sealed record Format(string Suffix, string MediaType, bool IsText = true)
{
    public static readonly Format Json = new("json", "application/json");
    public static readonly Format Csv = new("csv", "text/csv");
    public static readonly Format NdJson = new("ndjson", "application/x-ndjson");
    public static readonly Format Xlsx = new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", IsText: false);
    public static readonly Format Parquet = new("parquet", "application/vnd.apache.parquet", IsText: false);
    public static readonly Format GeoJson = new("geojson", "application/geo+json");
    public static readonly Format Atom = new("atom", "application/atom+xml");
    public static readonly Format JsonFeed = new("feed.json", "application/feed+json");
    public static readonly Format Calendar = new("ics", "text/calendar");

    /// <summary>Every format, the longest suffix first.</summary>
    public static readonly IReadOnlyList<Format> All = [JsonFeed, Json, Csv, NdJson, Xlsx, Parquet, GeoJson, Atom, Calendar];

    /// <summary>The content type of an answer in it.</summary>
    public string ContentType => IsText ? $"{MediaType}; charset=utf-8" : MediaType;
}

/// <summary>
/// Takes the suffix off an address before routing, so that <c>/commitments.csv</c> is <c>/commitments</c> in
/// another format. The suffix is the cache-safe way and wins over Accept.
/// </summary>
internal static class Formats
{
    public static IApplicationBuilder UseFormatSuffixes(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var path = context.Request.Path.Value!;
                if (
                    path.StartsWith("/api/", StringComparison.OrdinalIgnoreCase)
                    && Format.All.FirstOrDefault(format => path.EndsWith($".{format.Suffix}", StringComparison.OrdinalIgnoreCase))
                        is { } format
                    && path[..^(format.Suffix.Length + 1)] is var named
                    && !named.EndsWith('/')
                )
                {
                    RequestPath.Rewrite(context.Request, named);
                    context.Items[typeof(Format)] = format;
                }

                return next(context);
            }
        );

    /// <summary>What is written has one form: an address with a suffix only reads, whatever the one without it takes.</summary>
    public static IApplicationBuilder UseSuffixesToReadOnly(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var isTaken = context
                    .GetEndpoint()
                    ?.Metadata.GetMetadata<IHttpMethodMetadata>()
                    ?.HttpMethods.Contains(context.Request.Method);
                if (Suffix(context) is not { } format || !context.Request.IsWrite() || isTaken != true)
                {
                    return next(context);
                }

                context.Response.Headers.Allow = string.Join(", ", ReadMethods.All);
                return Problems
                    .Of(
                        StatusCodes.Status405MethodNotAllowed,
                        $"The suffix .{format.Suffix} is for reading: leave it out to write.",
                        $"El sufijo .{format.Suffix} es para leer: quítelo para escribir."
                    )
                    .ExecuteAsync(context);
            }
        );

    /// <summary>The format that the suffix of the address names; null when it has none.</summary>
    public static Format? Suffix(HttpContext context) => context.Items[typeof(Format)] as Format;

    /// <summary>
    /// The format that the request asks for among those offered, which the answer then says that it varies by; null when it takes none
    /// of them.
    /// </summary>
    public static Format? Choose(HttpContext context, IReadOnlyList<Format> offered)
    {
        if (Suffix(context) is null)
        {
            context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        }

        return Find(context, offered);
    }

    /// <summary>The format that the request asks for among those offered; null when it takes none of them.</summary>
    public static Format? Find(HttpContext context, IReadOnlyList<Format> offered)
    {
        if (Suffix(context) is { } suffix)
        {
            return offered.Contains(suffix) ? suffix : null;
        }

        if (!MediaTypeHeaderValue.TryParseList(context.Request.Headers.Accept, out var accepted) || accepted.Count == 0)
        {
            return offered[0];
        }

        // What is named with q=0 is not wanted, whatever a wildcard beside it takes.
        var refused = accepted.Where(range => range.Quality is 0).ToList();
        var left = offered.Where(format => !refused.Exists(range => IsBare(range, format))).ToList();
        return accepted
            .Where(range => range.Quality is not 0)
            .OrderByDescending(range => range.Quality ?? 1)
            .ThenBy(range =>
                range.MatchesAllTypes ? 2
                : range.MatchesAllSubTypes ? 1
                : 0
            )
            .Select(range => left.Find(format => new MediaTypeHeaderValue(format.MediaType).IsSubsetOf(range) || IsBare(range, format)))
            .FirstOrDefault(format => format is not null);
    }

    /// <summary>Parameters of a range (charset, profile) do not refuse the format.</summary>
    private static bool IsBare(MediaTypeHeaderValue range, Format format) =>
        range.MediaType.Equals(format.MediaType, StringComparison.OrdinalIgnoreCase);
}
