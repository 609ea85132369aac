namespace OpenGov.Api.Http;

/// <summary>
/// The path of a request. The server has decoded it, once; a text assigned to it as it is would be decoded again
/// (<c>%252D</c> would be read as a hyphen), so whoever changes a path does it here.
/// </summary>
internal static class RequestPath
{
    /// <summary>Puts another decoded path in the place of the one that came.</summary>
    public static void Rewrite(HttpRequest request, string decoded) => request.Path = new PathString(decoded);

    /// <summary>The last name in the path, by which a file is called.</summary>
    public static string LastName(HttpRequest request) => request.Path.Value!.TrimEnd('/').Split('/')[^1];
}
