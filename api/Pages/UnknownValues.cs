using OpenGov.Api.Embedding;
using OpenGov.Api.Http;
using OpenGov.Api.Measures;
using OpenGov.Api.Metrics;
using OpenGov.Api.Pages.Contents;

namespace OpenGov.Api.Pages;

/// <summary>
/// Values in the address of a page that are none of their parameter: the page is shown without them, which has to be said, as the
/// dashboard does (<c>Ignored.svelte</c>). Filters are not asked here: their lists refuse what they do not take.
/// </summary>
internal sealed class UnknownValues(MeasuresRepository measures, MetricEditionsRepository editions)
{
    /// <summary>A sentence for each.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(WidgetRequest widget, Page page, PageList pages, CancellationToken cancellationToken)
    {
        var (frame, query) = (pages.Frame[widget.Language], widget.Request.Query);
        var said = new List<string>();
        if (query.Given("lang") is [{ Length: > 0 } language, ..] && !pages.Languages.ContainsKey(language))
        {
            said.Add(frame.Foreign.Replace("{value}", Notices.Shown(language), StringComparison.Ordinal));
        }

        foreach (var (name, takes) in page.Values.Where(one => !page.Filters[widget.Language].ContainsKey(one.Key)))
        {
            if (
                query.Given(name) is [{ Length: > 0 } given, ..]
                && !takes.Allowed.Contains(given)
                && await FromAsync(takes.From, cancellationToken) is var known
                && known?.Contains(given) is false
                && !IsCount(takes, given)
            )
            {
                said.Add(
                    frame
                        .Refused.Replace("{name}", frame.Parameters.GetValueOrDefault(name, name), StringComparison.Ordinal)
                        .Replace("{value}", Notices.Shown(given), StringComparison.Ordinal)
                );
            }
        }

        return said;
    }

    /// <summary>What takes no words takes numbers.</summary>
    private static bool IsCount(PageValues takes, string given) =>
        takes is { Allowed.Count: 0, From: null } && given.All(char.IsAsciiDigit);

    /// <summary>The values of a set; null for one that only what is drawn has, as the classes of a map.</summary>
    private async Task<IReadOnlySet<string>?> FromAsync(string? set, CancellationToken cancellationToken) =>
        set switch
        {
            null => new HashSet<string>(),
            "edition" => (await editions.ListAsync(Tables.All(MetricEditionsRepository.Sql), cancellationToken))
                .Items.Select(one => $"{one.Edition}")
                .ToHashSet(),
            "indicator" or "state" => (await measures.NamesAsync(Population.MetricValues.Keys[set], cancellationToken)).Keys.ToHashSet(),
            _ => null,
        };
}
