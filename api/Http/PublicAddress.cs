namespace OpenGov.Api.Http;

/// <summary>The address under which the client reached the service, forwarded headers of a configured proxy included.</summary>
internal static class PublicAddress
{
    /// <summary>Scheme, host and path base, without a slash at the end.</summary>
    public static string Of(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";

    /// <summary>An address of the API, from its path under <c>/api/v1</c>.</summary>
    public static string OfApi(HttpRequest request, string path) => $"{Of(request)}/api/v1{path}";
}
