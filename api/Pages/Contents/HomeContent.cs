using OpenGov.Api.Embedding;
using OpenGov.Api.Measures;

namespace OpenGov.Api.Pages.Contents;

/// <summary>Who takes part, what was done, what changed and what is documented; how far each state came.</summary>
internal sealed class HomeContent(Tables tables, StateMap map) : IPageContent
{
    public string Path => "/";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        return new PageContent
        {
            Blocks =
            [
                new Block.Subtitle(widget.In(MeasureGroup.Participation.Question)),
                .. await tables.MeasureAsync(widget, "participating_states", RowsQuery.All, [], cancellationToken),
                .. await map.BlocksAsync(
                    widget,
                    MeasureCatalogue.Find("state_stage")!,
                    RowsQuery.All.Filters.ToDictionary(),
                    cancellationToken
                ),
                new Block.Subtitle(widget.In(MeasureGroup.Implementation.Question)),
                .. await tables.MeasureAsync(widget, "finished", RowsQuery.All, [], cancellationToken),
                new Block.Subtitle(widget.In(MeasureGroup.Results.Question)),
                .. await tables.MeasureAsync(widget, "early_results", "level=national", ["plan"], cancellationToken),
                new Block.Subtitle(widget.In(MeasureGroup.Coverage.Question)),
                .. await tables.MeasureAsync(widget, "coverage", "level=national", ["plan"], cancellationToken),
            ],
        };
    }
}
