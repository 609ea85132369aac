using Microsoft.Net.Http.Headers;

namespace OpenGov.Api.Http;

/// <summary>Conditional requests: what a client has already is not sent again.</summary>
internal static class EntityTag
{
    /// <summary>Whether the request says that its client has what the tag names.</summary>
    public static bool ClientHas(HttpRequest request, string tag)
    {
        var given = request.Headers.IfNoneMatch;
        return given.Count > 0
            && (
                given == tag || EntityTagHeaderValue.TryParseList(given, out var tags) && tags.Any(one => one.Tag == "*" || one.Tag == tag)
            );
    }

    /// <summary>Says so, and nothing of the content.</summary>
    public static void NotModified(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status304NotModified;
        response.ContentLength = null;
        response.Headers.Remove(HeaderNames.ContentType);
        response.Headers.Remove(HeaderNames.ContentDisposition);
    }
}
