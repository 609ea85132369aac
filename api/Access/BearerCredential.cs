namespace OpenGov.Api.Access;

/// <summary>What a client gives as its credential: <c>Authorization: Bearer …</c>.</summary>
internal static class BearerCredential
{
    private const string Word = "Bearer";

    /// <summary>The credential, empty where only the scheme is given; null when there is none, or one of another scheme.</summary>
    public static string? Of(HttpRequest request)
    {
        var given = request.Headers.Authorization.ToString().Trim();
        return $"{given} ".StartsWith($"{Word} ", StringComparison.OrdinalIgnoreCase) ? given[Word.Length..].Trim() : null;
    }
}
