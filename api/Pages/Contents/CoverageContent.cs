using OpenGov.Api.Embedding;
using OpenGov.Api.Measures;

namespace OpenGov.Api.Pages.Contents;

/// <summary>What is missing: what plans and lists state, and how much of it is documented here.</summary>
internal sealed class CoverageContent(Tables tables) : IPageContent
{
    private static readonly string[] Keys = ["national_plans", "local_plans", "local_commitments", "participating_states_documented"];

    public string Path => "/coverage";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var blocks = new List<Block>();
        blocks.AddRange(await tables.MeasureAsync(widget, "coverage", "level=national", ["plan"], cancellationToken));
        foreach (var key in (string[])["commitments_stated", "commitments_documented", "plans_stated", "plans_documented"])
        {
            blocks.AddRange(await tables.MeasureAsync(widget, key, RowsQuery.All, ["state"], cancellationToken));
        }

        blocks.AddRange(await tables.MeasureAsync(widget, "commitments_stated", "level=national", ["plan"], cancellationToken));
        blocks.AddRange(await tables.MeasureAsync(widget, "commitments_documented", "level=national", ["plan"], cancellationToken));
        foreach (var key in Keys)
        {
            blocks.AddRange(await tables.MeasureAsync(widget, key, RowsQuery.All, [], cancellationToken));
        }

        return new PageContent { Blocks = blocks };
    }
}
