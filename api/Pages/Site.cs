using System.Text.Json.Serialization;

namespace OpenGov.Api.Pages;

/// <summary>Who runs the site and how a reader reaches them. What is null stands on no page.</summary>
public sealed record Site
{
    /// <summary>Their name.</summary>
    [JsonPropertyName("operator")]
    public string? Operator { get; init; }

    /// <summary>Their page.</summary>
    [JsonPropertyName("operator_page")]
    public string? OperatorPage { get; init; }

    /// <summary>Their address: <c>mailto:</c>, <c>https:</c> or <c>tel:</c>.</summary>
    [JsonPropertyName("contact")]
    public string? Contact { get; init; }

    /// <summary>Repository whose issue form takes corrections.</summary>
    [JsonPropertyName("repository")]
    public string? Repository { get; init; }

    /// <summary>Where a correction goes, filled in: the repository's issue form, else an e-mail; null where they take none.</summary>
    public string? Correction(string title, string body)
    {
        string Filled(string address, string titled, string told) =>
            $"{address}{(address.Contains('?') ? '&' : '?')}{titled}={Uri.EscapeDataString(title)}&{told}={Uri.EscapeDataString(body)}";
        return Repository is { } repository && (Is(repository, "http") || Is(repository, "https"))
                ? Filled($"{repository.TrimEnd('/')}/issues/new", "title", "body")
            : Contact is { } contact && Is(contact, "mailto") ? Filled(contact, "subject", "body")
            : null;

        static bool Is(string address, string scheme) => address.StartsWith($"{scheme}:", StringComparison.Ordinal);
    }

    /// <summary>The same with what the service's settings say, where they say anything.</summary>
    public Site Or(DashboardSettings settings) =>
        new()
        {
            Operator = settings.Operator ?? Operator,
            OperatorPage = settings.OperatorPage ?? OperatorPage,
            Contact = settings.Contact ?? Contact,
            Repository = (settings.Repository ?? Repository)?.TrimEnd('/'),
        };
}
