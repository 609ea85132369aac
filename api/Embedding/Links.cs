namespace OpenGov.Api.Embedding;

/// <summary>Addresses in widgets.</summary>
internal static class Links
{
    /// <summary>A page of the dashboard, or an address elsewhere if it is one of the web; nothing for any other.</summary>
    public static string? To(string site, string href) =>
        href.StartsWith('/') ? site + href
        : href.StartsWith("https://", StringComparison.Ordinal) || href.StartsWith("http://", StringComparison.Ordinal) ? href
        : null;
}
