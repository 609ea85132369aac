using System.Text.Json.Serialization;

namespace OpenGov.Api.Pages;

/// <summary>Who runs the site and how a reader reaches them. What is null stands on no page.</summary>
internal sealed record Site
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
