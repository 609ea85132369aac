using OpenGov.Api.Embedding;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;

namespace OpenGov.Api.Pages.Contents;

/// <summary>Who runs the service, and every source that the register cites; what else the page says is words.</summary>
internal sealed class AboutContent(RecordFinisher finisher, Tables tables, DashboardBuild dashboard, Settings settings) : IPageContent
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
                .. Operator(widget),
                new Block.Subtitle(widget.In(Said.Sources)).Place("sources"),
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
                ]).Place("links"),
            ],
        };
    }

    /// <summary>Who runs the service and how to reach them, as far as its settings say; where they say nothing, that.</summary>
    private IEnumerable<Block> Operator(WidgetRequest widget)
    {
        var site = (dashboard.Read()?.Site ?? new()).Or(settings.Dashboard);
        var (page, contact, repository) = (Safe(site.OperatorPage), Safe(site.Contact), Safe(site.Repository));
        List<Cell> links =
        [
            .. site.Operator is { } name ? [new Cell(widget.Say(name), page)] : (Cell[])[],
            .. contact is null
                ? (Cell[])[]
                : [new Cell(widget.Say($"{widget.In(Contact)}: {contact.Split(':', 2)[1].Trim('/')}"), contact)],
            .. repository is null ? (Cell[])[] : [new Cell(widget.Say(new Words("Repositorio", "Repository")), repository)],
        ];
        return
        [
            new Block.Subtitle(widget.In(new Words("Quién opera este sitio", "Who runs this site"))),
            links.Count > 0 ? new Block.Links(links) : new Block.Paragraph(widget.Say(Nobody)),
        ];
    }

    private static readonly Words Contact = new("Contacto", "Contact");

    private static readonly Words Nobody = new(
        "Quien opera este servicio no lo ha dicho aquí, ni cómo avisarle de un error.",
        "Those who run this site have not said here who they are, nor how to tell them of an error."
    );

    private static string? Safe(string? address) =>
        address is not null && ((string[])["https:", "http:", "mailto:", "tel:"]).Any(address.StartsWith) ? address : null;
}
