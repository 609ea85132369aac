namespace OpenGov.Api.Http;

/// <summary>
/// The path of a request. The server has decoded it, once; a text assigned to it as it is would be decoded again
/// (<c>%252D</c> would be read as a hyphen), so whoever changes a path does it here.
/// </summary>
internal static class RequestPath
{
    /// <summary>The names of the root, <c>/api/v1</c>.</summary>
    private const int BelowRoot = 2;

    /// <summary>Puts another decoded path in the place of the one that came.</summary>
    public static void Rewrite(HttpRequest request, string decoded) => request.Path = new PathString(decoded);

    /// <summary>What a file is called that an address answers with: its path, so that no two lists give files of one name.</summary>
    public static string FileName(HttpRequest request) =>
        string.Join('-', request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(BelowRoot));
}
