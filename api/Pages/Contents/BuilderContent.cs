using OpenGov.Api.Embedding;
using OpenGov.Api.Http;
using OpenGov.Api.Measures;

namespace OpenGov.Api.Pages.Contents;

/// <summary>What other sites paste, by a plain form: what is chosen stands in the address, and in the answer what can be copied.</summary>
internal sealed class BuilderContent(WidgetReader reader) : IPageContent
{
    private const string First = "commitment";

    /// <summary>What of its address chooses the widget, and is no parameter of it.</summary>
    private static readonly string[] Choosing = ["kind", "ref", "language", "lang"];

    public string Path => "/builder";

    public bool IsOfADay => false;

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var (kind, id) = (page.Given("kind") ?? First, page.Given("ref") ?? "");
        var form = new Block.Form(
            Path,
            [
                .. page.Filters.Select(field => new FormField(
                    field.Key,
                    field.Value.Label,
                    page.Given(field.Key) ?? (field.Key == "kind" ? First : null),
                    field.Value.Choices is { } choices ? [.. choices.Select(choice => (choice.Key, choice.Value))] : null
                )
                {
                    IsDate = field.Key == "as_of",
                }),
            ],
            widget.In(new Words("Mostrar lo que se copia", "Show what to copy"))
        );
        if (page.Given("kind") is null && id.Length == 0)
        {
            return new PageContent { Blocks = [form.Place("copy")] };
        }

        var others = widget.Request.Query.Keys.Where(name => !page.Page.Takes.Contains(name) && name != "lang").ToList();
        var isOfMeasure = reader.IsOfMeasure(kind);
        var given = widget
            .Request.Query.Where(one => !Choosing.Contains(one.Key) && (isOfMeasure || !others.Contains(one.Key)))
            .Select(one => (Name: one.Key, Value: string.Join(',', one.Value.OfType<string>())))
            .Select(one => one.Name == "accent" ? one with { Value = one.Value.TrimStart('#') } : one)
            .ToList();
        var language = page.Given("language") is { } spoken && WidgetRequest.Languages.Contains(spoken) ? spoken : widget.Language;
        var read = await AsAskedAsync(
            widget.Request,
            [("lang", language), .. given],
            () => ReadAsync(widget.Request, kind, id, cancellationToken)
        );
        var isShown = read.Content.IsFact && read.Widget.IsTaken;
        return new PageContent
        {
            Taken = isOfMeasure ? others : [],
            Errors = read.Errors.Any ? read.Errors : null,
            Blocks =
            [
                form,
                .. read.Widget.Notices.Select(notice => new Block.Paragraph(widget.Say(notice))),
                .. (isShown ? Copied(widget, read, kind, id, language, given) : NotShown(widget, read)).Place("copy"),
            ],
        };
    }

    private Task<ReadWidget> ReadAsync(HttpRequest request, string kind, string id, CancellationToken cancellationToken) =>
        reader.ReadAsync(request, kind, id.Length == 0 ? null : id, language: null, cancellationToken);

    private static IReadOnlyList<Block> NotShown(WidgetRequest widget, ReadWidget read) =>
        [
            .. read.Content.IsFact ? [] : read.Content.Blocks,
            new Block.Paragraph(
                widget.Say(
                    new Words("Hasta que se pueda mostrar no hay nada que copiar.", "There is nothing to copy until it can be shown.")
                )
            ),
        ];

    private static IReadOnlyList<Block> Copied(
        WidgetRequest widget,
        ReadWidget read,
        string kind,
        string id,
        string language,
        IReadOnlyList<(string Name, string Value)> given
    )
    {
        var name =
            $"{read.Content.Name(read.Widget, given.Any(one => !WidgetRequest.Looks.Contains(one.Name) && one.Name != "by"))} · OpenGov";
        var site = PublicAddress.Of(widget.Request);
        var asked = new PastedWidget(
            (site, kind, id, language),
            given,
            name,
            read.Widget.To(read.Content.Page)!,
            WidgetHeight.Of(read, WidgetHeight.Narrow)
        );
        return
        [
            new Block.Subtitle(name),
            .. Snippets.Of(asked).Select(snippet => new Block.Snippet(widget.In(snippet.Name), snippet.Text)),
            new Block.Links([new Cell(widget.Say(new Words("Ver el widget", "See the widget")), site + Snippets.Address(asked))]),
        ];
    }

    /// <summary>Reads with the parameters of the widget, and leaves the page its own.</summary>
    private static async Task<ReadWidget> AsAskedAsync(
        HttpRequest request,
        IReadOnlyList<(string Name, string Value)> parameters,
        Func<Task<ReadWidget>> read
    )
    {
        var own = request.Query;
        request.Query = new QueryCollection(
            parameters
                .DistinctBy(one => one.Name)
                .ToDictionary(one => one.Name, one => new Microsoft.Extensions.Primitives.StringValues(one.Value))
        );
        try
        {
            return await read();
        }
        finally
        {
            request.Query = own;
        }
    }
}
