using OpenGov.Api.Embedding;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;

namespace OpenGov.Api.Pages.Contents;

/// <summary>Every source that the register cites; what else the page says is words.</summary>
internal sealed class AboutContent(RecordFinisher finisher, Tables tables) : IPageContent
{
    public string Path => "/about";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var source in await finisher.AllSourcesAsync(cancellationToken))
        {
            rows.Add([
                new Cell(widget.Text(source.TitleEs, source.Title), source.Url),
                new Cell(source.Publisher is { } publisher ? new Spoken(publisher, "es") : null),
                await tables.CodeAsync(widget, "source_kind", source.Kind, null, cancellationToken),
                new Cell(source.PublishedOn is { } day ? widget.Say(widget.On(day, source.PublishedOnPrecision)) : null),
            ]);
        }

        return new PageContent
        {
            Data = "/sources",
            Blocks =
            [
                new Block.Subtitle(widget.In(Said.Sources)),
                new Block.Table(
                    widget.In(new Words($"Fuentes que se citan: {rows.Count}", $"Sources that are cited: {rows.Count}")),
                    [
                        widget.In(new Words("Fuente", "Source")),
                        widget.In(new Words("Quién la publica", "Who publishes it")),
                        widget.In(new Words("De qué voz", "Whose voice")),
                        widget.In(new Words("Publicada", "Published")),
                    ],
                    rows
                ),
                new Block.Links([
                    new Cell(widget.Say(new Words("Todos los datos (zip)", "All data (zip)")), "/data/opengov.zip"),
                    new Cell(widget.Say(new Words("El paquete de datos", "The data package")), "/data/datapackage.json"),
                    new Cell(widget.Say("OpenAPI"), "/openapi/v1.json"),
                ]),
            ],
        };
    }
}
