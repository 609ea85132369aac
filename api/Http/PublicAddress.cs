namespace OpenGov.Api.Http;

/// <summary>
/// The address of the service in everything that it writes: the one that is set, else the one under which the client reached
/// it, forwarded headers of a known proxy included.
/// </summary>
internal static class PublicAddress
{
    /// <summary>Scheme, host and path base, without a slash at the end.</summary>
    public static string Of(HttpRequest request) =>
        request.HttpContext.RequestServices.GetRequiredService<Settings>().PublicAddress?.TrimEnd('/')
        ?? $"{request.Scheme}://{request.Host}{request.PathBase}";

    /// <summary>An address of the API, from its path under <c>/api/v1</c>.</summary>
    public static string OfApi(HttpRequest request, string path) => $"{Of(request)}/api/v1{path}";
}
