using OpenGov.Api.Measures;

namespace OpenGov.Api.Pages.Contents;

/// <summary>Every plan, and how much of what they state is documented.</summary>
internal sealed class PlansContent(Tables tables) : IPageContent
{
    public string Path => "/plans";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken) =>
        new()
        {
            Blocks =
            [
                .. await tables.MeasureAsync(page.Widget, "coverage", RowsQuery.All, [], cancellationToken),
                await tables.PlansAsync(page.Widget, null, cancellationToken),
                .. await tables.MeasureAsync(page.Widget, "finished", RowsQuery.All, ["plan"], cancellationToken),
                .. await tables.MeasureAsync(page.Widget, "early_results", RowsQuery.All, ["plan"], cancellationToken),
            ],
        };
}
