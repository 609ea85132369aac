using OpenGov.Api.Embedding;
using OpenGov.Api.Measures;

namespace OpenGov.Api.Pages.Contents;

/// <summary>Commitments by theme: how many are documented, done and showed results.</summary>
internal sealed class ThemesContent(Figures figures) : IPageContent
{
    public string Path => "/themes";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var blocks = new List<Block>();
        foreach (var key in (string[])["commitments_documented", "finished", "early_results"])
        {
            var (measure, rows) = await figures.RowsAsync(key, ["policy_area"], RowsQuery.All, cancellationToken);
            blocks.Add(await figures.TableAsync(widget, measure, ["policy_area"], RowsQuery.All, rows, cancellationToken));
        }

        return new PageContent { Blocks = blocks.Place("themes") };
    }
}
