using OpenGov.Api.Plans;

namespace OpenGov.Api.Pages.Contents;

/// <summary>Every plan, and how much of what they state is documented.</summary>
internal sealed class PlansContent(Tables tables, PageFilters filters) : IPageContent
{
    public string Path => "/plans";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var form = await filters.FormAsync(page, PlansRepository.Sql, cancellationToken);
        if (await filters.ReadAsync(page, PlansRepository.Sql, cancellationToken) is not { } within)
        {
            return new PageContent { Blocks = [.. PageNotices.Wrong(page, filters.Errors!, form), form], Errors = filters.Errors };
        }

        return new PageContent
        {
            Narrowed = await filters.NarrowedAsync(page, form, cancellationToken),
            Blocks =
            [
                form,
                .. await tables.MeasureAsync(widget, "coverage", within, [], cancellationToken),
                (await tables.PlansAsync(widget, within, cancellationToken)).Place("when"),
                .. (await tables.MeasureAsync(widget, "finished", within, ["plan"], cancellationToken)).Place("done"),
                .. await tables.MeasureAsync(widget, "early_results", within, ["plan"], cancellationToken),
            ],
        };
    }
}
