using OpenGov.Api.Embedding;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.States;

namespace OpenGov.Api.Pages.Contents;

/// <summary>States beside each other: what they promised, what was done, what changed.</summary>
internal sealed class CompareContent(Figures figures, StatesRepository states) : IPageContent
{
    private const int Most = 4;

    private static readonly string[] Keys = ["plans_stated", "plans_documented", "commitments_documented", "finished", "early_results"];

    public string Path => "/compare";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var all = await states.OfAllAsync(cancellationToken);
        var asked = Asked(page).Where(id => all.Any(state => state.Id == id)).ToList();
        IReadOnlyList<(string, string)> choices = [.. all.Select(state => (state.Id, widget.Text(state.NameEs, state.NameEn).Text!))];
        var blocks = new List<Block>
        {
            new Block.Form(
                Path,
                [
                    .. Enumerable
                        .Range(0, Most)
                        .Select(place => new FormField(
                            "states",
                            $"{widget.In(Said.State)} {place + 1}",
                            asked.ElementAtOrDefault(place),
                            choices
                        )),
                ],
                widget.In(new Words("Comparar", "Compare"))
            ),
        };
        if (asked.Count > 0)
        {
            RowsQuery within = $"state={string.Join(',', asked)}";
            foreach (var key in Keys)
            {
                var (measure, rows) = await figures.RowsAsync(key, ["state"], within, cancellationToken);
                blocks.Add(await figures.TableAsync(widget, measure, ["state"], within, rows, cancellationToken));
                blocks.Add(new Block.Paragraph(widget.Say(measure.DoesNotSay), IsSmall: true));
            }
        }

        return new PageContent { Blocks = blocks };
    }

    /// <summary>The states of the address, as the dashboard writes them or as the form does.</summary>
    private static IEnumerable<string> Asked(PageRequest page) =>
        page
            .Widget.Request.Query.Given("states")
            .OfType<string>()
            .SelectMany(QueryBinding.Parts)
            .Select(each => each.Trim().ToUpperInvariant())
            .Where(each => each.Length > 0)
            .Distinct()
            .Take(Most);
}
