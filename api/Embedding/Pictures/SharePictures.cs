using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Pages;

namespace OpenGov.Api.Embedding.Pictures;

/// <summary>
/// What a shared link shows: the title of its page and the one sentence, number, bar or map of the widget that shows the same. The
/// address of a picture is that of the page, or of the widget, behind its language.
/// </summary>
internal sealed class SharePictures(WidgetReader reader, DashboardBuild dashboard, DataStore database, FigureSources sources)
{
    /// <summary>Widths in pixels; the first unless asked otherwise, the others for who has room for less.</summary>
    public static readonly int[] Widths = [SharePicture.Width, 600, 300];

    private const string Suffix = ".png";
    private const string Home = "/home";

    /// <summary>Height in pixels of a picture of a width.</summary>
    public static int HeightOf(int width) => (int)Math.Ceiling((double)width * SharePicture.Height / SharePicture.Width);

    /// <summary>The address of a picture, from the root of the site.</summary>
    /// <param name="path">
    /// The path of a page (<c>/</c>, <c>/plans</c>, <c>/commitments/MX-NAP4-C10</c>) or of a widget (<c>/embed/v1/map/finished</c>),
    /// escaped as it stands in addresses.
    /// </param>
    /// <param name="language">The language of the page; one that widgets do not speak gets their first.</param>
    /// <param name="facts">Parameters of a widget that its facts follow from, and <c>as_of</c>.</param>
    /// <param name="width">One of <see cref="Widths"/>.</param>
    public static string AddressOf(string path, string language, QueryString facts = default, int width = SharePicture.Width)
    {
        var spoken = WidgetRequest.Languages.Contains(language) ? language : WidgetRequest.Languages[0];
        var query = width == Widths[0] ? facts : facts.Add("width", $"{width}");
        return $"/pictures/{spoken}{(path.TrimEnd('/') is { Length: > 0 } page ? page : Home)}{Suffix}{query}";
    }

    /// <summary>Answers with the picture of a page or of a widget.</summary>
    public async Task<IResult> AnswerAsync(HttpContext context, string language, string page, CancellationToken cancellationToken)
    {
        if (!WidgetRequest.Languages.Contains(language) || !page.EndsWith(Suffix, StringComparison.Ordinal))
        {
            return Problems.NotFound(
                "A picture is /pictures/{es or en}/{path of a page or of a widget}.png.",
                "Una imagen es /pictures/{es o en}/{dirección de una página o de un widget}.png."
            );
        }

        var errors = new ParameterErrors();
        var width = ReadWidth(context.Request, errors);
        if (errors.Any)
        {
            return Problems.Invalid(errors);
        }

        // It is the picture's alone: measures refuse what is no filter of theirs.
        context.Request.Query = new QueryCollection(context.Request.Query.Where(given => given.Key != "width").ToDictionary());
        var (picture, problem) = await ReadAsync(context.Request, $"/{page[..^Suffix.Length]}", language, cancellationToken);
        if (picture is null)
        {
            return problem!;
        }

        var png = await Drawing.PngAsync(
            SharePicture.Width,
            SharePicture.Height,
            (float)width / SharePicture.Width,
            picture.Draw,
            cancellationToken
        );
        context.Response.Headers.CacheControl = EmbedDocument.KeptFor(picture.Day, database.Today);
        return Results.Bytes(png, "image/png");
    }

    private async Task<(SharePicture? Picture, IResult? Problem)> ReadAsync(
        HttpRequest request,
        string given,
        string language,
        CancellationToken cancellationToken
    )
    {
        var path = given == Home ? "/" : given;
        var build = dashboard.Read();
        var (page, shown) = (build?.Pages.Find(path)?.Page, PageWidgets.Find(path));
        var asked = PageWidgets.Parse(path);
        var isWidget = asked is not null;
        if (!isWidget && page is null && shown is null)
        {
            return (
                null,
                Problems.NotFound($"There is no page at {ParameterErrors.Shown(path)}.", $"No hay página en {ParameterErrors.Shown(path)}.")
            );
        }

        if (!isWidget && request.Query.Keys.FirstOrDefault(name => name != "as_of") is { } unknown)
        {
            var errors = new ParameterErrors();
            errors.Add(
                ParameterErrors.Shown(unknown),
                ParameterCodes.UnknownParameter,
                "The picture of a page takes as_of and width; that of a widget, /pictures/{language}/embed/v1/….png, the widget's parameters.",
                spanish: "La imagen de una página toma as_of y width; la de un widget, /pictures/{language}/embed/v1/….png, los parámetros del widget."
            );
            return (null, Problems.Invalid(errors));
        }

        var head = page?.Head.GetValueOrDefault(language);
        var site = build?.Pages.Site.GetValueOrDefault(language) ?? "OpenGov";
        WidgetContent content;
        DateOnly? asOf = null;
        // Of a measure by its groups the page has the rows; the picture has its answer.
        if ((asked ?? shown?.Read()) is var (kind, id))
        {
            var read = await reader.ReadAsync(request, kind, id, language, cancellationToken);
            if (read.Status != StatusCodes.Status200OK)
            {
                return (
                    null,
                    read.Errors.Any
                        ? Problems.Invalid(read.Errors)
                        : Problems.NotFound(
                            $"Nothing is on record at {ParameterErrors.Shown(path)}.",
                            $"Nada consta en {ParameterErrors.Shown(path)}."
                        )
                );
            }

            if (isWidget && Problems.OfNotices(read.Widget.Notices) is { } problem)
            {
                // A picture has no room to say so.
                return (null, problem);
            }

            (content, asOf) = (read.Content, read.Widget.AsOf);
        }
        else
        {
            content = new WidgetContent
            {
                Title = new Spoken(head!.Title, language),
                Page = path,
                Blocks = [new Block.Paragraph(new Spoken(head.Lede ?? head.Description, language))],
            };
        }

        // What is counted has its sources with each record, to which a picture does not lead.
        if (content is { IsFact: true, Sources.Count: 0 })
        {
            content = content with { Sources = await sources.AllAsync(content.Blocks, cancellationToken) };
        }

        // A page has a title of its own, under which the question of its figure stands.
        var isTitled = !isWidget && page is { Record: null };
        var title = isTitled ? head!.Heading ?? head.Title : content.Title.Text;
        return (
            new SharePicture(
                site,
                title ?? site,
                isTitled ? content with { Eyebrow = null } : content,
                language,
                new Uri(PublicAddress.Of(request)).Authority + (isWidget ? OfDay(content.Page, asOf) : OfDay(path, asOf)),
                asOf ?? database.Today
            ),
            null
        );
    }

    /// <summary>The address of a page as it was on a day.</summary>
    private static string OfDay(string page, DateOnly? asOf)
    {
        if (asOf is not { } day || page.Contains("as_of=", StringComparison.Ordinal))
        {
            return page;
        }

        var hash = page.IndexOf('#', StringComparison.Ordinal);
        var (path, part) = hash < 0 ? (page, "") : (page[..hash], page[hash..]);
        return $"{path}{(path.Contains('?') ? '&' : '?')}as_of={day:yyyy-MM-dd}{part}";
    }

    private static int ReadWidth(HttpRequest request, ParameterErrors errors)
    {
        if (QueryBinding.One(request, "width", errors) is not { } given)
        {
            return Widths[0];
        }

        if (Widths.FirstOrDefault(each => $"{each}" == given) is > 0 and var width)
        {
            return width;
        }

        errors.Add(
            "width",
            ParameterCodes.OutOfRange,
            $"A picture is {string.Join(", ", Widths)} pixels wide.",
            given,
            [.. Widths.Select(each => $"{each}")],
            spanish: $"Una imagen tiene {string.Join(", ", Widths)} pixeles de ancho."
        );
        return 0;
    }
}
