using OpenGov.Api.Embedding;
using OpenGov.Api.Http;
using OpenGov.Api.Measures;

namespace OpenGov.Api.Pages.Contents;

/// <summary>What every figure means, and what it is now.</summary>
internal sealed class MeasuresContent(Tables tables) : IPageContent
{
    public string Path => "/measures";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var blocks = new List<Block>();
        foreach (var group in MeasureGroup.All)
        {
            blocks.Add(new Block.Subtitle(widget.In(group.Question)).Place($"group-{group.Key}"));
            foreach (var measure in MeasureCatalogue.All.Where(measure => measure.Group == group))
            {
                blocks.AddRange((await tables.MeasureAsync(widget, measure.Key, RowsQuery.All, [], cancellationToken)).Place(measure.Key));
                blocks.Add(
                    new Block.Paragraph(widget.Say($"{widget.In(measure.Definition)} {widget.In(measure.DoesNotSay)}"), IsSmall: true)
                );
                blocks.Add(
                    new Block.Links([
                        new Cell(
                            widget.Say(new Words("Su definición en la API", "Its definition in the API")),
                            PublicAddress.OfApi(widget.Request, $"/measures/{measure.Key}")
                        ),
                    ])
                );
            }
        }

        return new PageContent { Blocks = blocks };
    }
}
