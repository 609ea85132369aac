using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using OpenGov.Api.Embedding.Pictures;
using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Embedding;

/// <summary>
/// What an editor asks for an address that somebody pasted (oEmbed 1.0): the widget that shows it. A page that no widget shows, or of
/// which the address asks for a part, is a link: the whole in a frame would be another answer than the one that was pasted.
/// </summary>
internal sealed class OEmbed(Pages.DashboardBuild dashboard, Pages.PagesRepository records, WidgetReader reader)
{
    private const int Width = 640;

    /// <summary>Answers with the snippet: one quotation with a link and one frame, which is all that WordPress keeps.</summary>
    public async Task<IResult> AnswerAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var format = query.Given("format").ToString() is { Length: > 0 } given ? given : "json";
        if (format is not ("json" or "xml"))
        {
            return Problems.Of(StatusCodes.Status501NotImplemented, "'format' is one of json, xml.", "«format» es uno de: json, xml.");
        }

        var errors = new ParameterErrors();
        var url = query.Given("url").ToString();
        if (url.Length == 0)
        {
            errors.Add(
                "url",
                ParameterCodes.Empty,
                "'url' is missing: the address of a page or of a widget of this service.",
                spanish: "Falta «url»: la dirección de una página o de un widget de este servicio."
            );
        }

        var room = new Room(Most("maxwidth"), Most("maxheight"));
        if (errors.Any)
        {
            return Problems.Invalid(errors);
        }

        var site = PublicAddress.Of(context.Request);
        if (
            !Uri.TryCreate(url, UriKind.Absolute, out var address)
            || !address.AbsoluteUri.StartsWith($"{site}/", StringComparison.OrdinalIgnoreCase)
        )
        {
            return Problems.NotFound(
                "url must be the address of a page or of a widget of this service.",
                "«url» es la dirección de una página o de un widget de este servicio."
            );
        }

        var (found, wrong) = await FindAsync(context.Request, address, context.RequestAborted);
        if (wrong is not null)
        {
            return Problems.Invalid(wrong);
        }

        if (found is null)
        {
            return Problems.NotFound("There is no page and no widget at this address.", "No hay página ni widget en esta dirección.");
        }

        var fields = Fields(site, address, found, room);
        context.Response.Headers.CacheControl = EmbedDocument.LongLived;
        return format == "json"
            ? Results.Json(fields.ToDictionary(field => field.Name, field => field.Value), Json.Options)
            : Results.Text(Xml(fields), "text/xml; charset=utf-8");

        int Most(string name)
        {
            var given = query.Given(name).ToString();
            if (given.Length == 0)
            {
                return int.MaxValue;
            }

            if (given.All(char.IsAsciiDigit) && given.Any(digit => digit != '0'))
            {
                return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : int.MaxValue;
            }

            errors.Add(
                name,
                ParameterCodes.OutOfRange,
                $"'{name}' is a whole number of pixels from 1.",
                given,
                spanish: $"«{name}» es un número entero de píxeles desde 1."
            );
            return 0;
        }
    }

    /// <summary>What is at an address; what is wrong with it, where a widget refuses what it asks for; neither where there is nothing.</summary>
    private async Task<(Found? Found, ParameterErrors? Wrong)> FindAsync(
        HttpRequest request,
        Uri address,
        CancellationToken cancellationToken
    )
    {
        var path = Uri.UnescapeDataString(address.AbsolutePath).TrimEnd('/') is { Length: > 0 } given ? given : "/";
        var parameters = QueryHelpers.ParseQuery(address.Query);
        var language = parameters.TryGetValue("lang", out var asked) && asked == "en" ? "en" : "es";
        var at = dashboard.Read()?.Pages.Find(path);
        var head = at?.Page.Head[language];
        if (path.StartsWith("/embed/v1/", StringComparison.OrdinalIgnoreCase))
        {
            var follows = Facts(path, parameters);
            var isNarrowed = QueryHelpers.ParseQuery(follows.Value).Keys.Any(name => name is not ("as_of" or "by"));
            var read = await ReadAsync(request, address.PathAndQuery, cancellationToken);
            return IsShown(read)
                ? (
                    new Found(
                        read.Content.Name(read.Widget, isNarrowed),
                        (address.PathAndQuery, read),
                        address.AbsolutePath,
                        follows,
                        language
                    ),
                    null
                )
                : (null, WrongIn(read));
        }

        // The page of a day is that of a widget of that day.
        var day = parameters.TryGetValue("as_of", out var asOf) ? asOf.ToString() : null;
        var facts = day is null ? QueryString.Empty : QueryString.Create("as_of", day);
        if (PageWidgets.Find(path, parameters) is var (shown, narrowing))
        {
            var id = shown.Table is { } table ? RecordId.Canonical(table, shown.Id) : "";
            var widget = QueryHelpers.AddQueryString(shown.Address(id), "lang", language);
            widget = day is null ? widget : QueryHelpers.AddQueryString(widget, "as_of", day);
            widget = narrowing.HasValue ? $"{widget}&{narrowing.Value![1..]}" : widget;
            var read = await ReadAsync(request, widget, cancellationToken);
            if (!IsShown(read))
            {
                return (null, WrongIn(read));
            }

            var title = read.Content.Name(read.Widget, narrowing.HasValue);
            // A picture of a page is of the whole page; of what it is narrowed to it is that of the widget.
            var shows = narrowing.HasValue
                ? new Found(title, (widget, read), new Uri(address, widget).AbsolutePath, facts.Add(narrowing), language)
                : new Found(head?.Title ?? title, (widget, read), address.AbsolutePath, facts, language);
            return (shows, null);
        }

        // A page about a record that no widget shows is a link by the record's name: an organisation, a proposal.
        var record = at is ({ Record: { } kind }, { } named) ? await records.FindAsync(kind, named, cancellationToken) : null;
        var called =
            record is null ? head?.Title
            : language == "en" ? record.TitleEn ?? record.TitleEs
            : record.TitleEs ?? record.TitleEn;
        return (called is null ? null : new Found(called, null, address.AbsolutePath, facts, language), null);
    }

    /// <summary>The parameters of a widget that its facts follow from, which its picture takes.</summary>
    private QueryString Facts(string path, Dictionary<string, StringValues> parameters)
    {
        var isOfMeasure = PageWidgets.Parse(path) is var (kind, _) && reader.IsOfMeasure(kind);
        return QueryString.Create(
            parameters.Where(given =>
                given.Key == "as_of" || (isOfMeasure && !WidgetRequest.Looks.Contains(given.Key) && !HostAttributes.IsOne(given.Key))
            )
        );
    }

    /// <summary>What is read for the address of a widget; null where it is none.</summary>
    private async Task<ReadWidget?> ReadAsync(HttpRequest request, string widget, CancellationToken cancellationToken)
    {
        var at = new Uri(new Uri(PublicAddress.Of(request)), widget);
        if (PageWidgets.Parse(Uri.UnescapeDataString(at.AbsolutePath).TrimEnd('/')) is not var (kind, id))
        {
            return null;
        }

        request.QueryString = QueryString.FromUriComponent(at.Query);
        HostAttributes.LeaveOut(request);
        return await reader.ReadAsync(request, kind, id, language: null, cancellationToken);
    }

    private static bool IsShown([NotNullWhen(true)] ReadWidget? read) => read is { Status: StatusCodes.Status200OK, Content.IsFact: true };

    private static ParameterErrors? WrongIn(ReadWidget? read) => read is { Status: StatusCodes.Status400BadRequest } ? read.Errors : null;

    private static List<(string Name, object Value)> Fields(string site, Uri address, Found found, Room room)
    {
        string Html(string text) => WebUtility.HtmlEncode(text);
        // Where there is room for no line of it, a link says more than a frame.
        var isFramed = found.Widget is not null && room is { Width: >= WidgetHeight.Least, Height: >= WidgetHeight.Least };
        List<(string, object)> fields =
        [
            ("version", "1.0"),
            ("type", isFramed ? "rich" : "link"),
            ("title", found.Title),
            ("provider_name", "OpenGov"),
            ("provider_url", site),
            ("cache_age", 3600),
        ];
        if (isFramed)
        {
            var (widget, read) = found.Widget!.Value;
            var width = Math.Min(room.Width, Width);
            var height = Math.Min(room.Height, WidgetHeight.Of(read, width));
            fields.Add(("width", width));
            fields.Add(("height", height));
            fields.Add(
                (
                    "html",
                    $"<blockquote><a href=\"{Html(address.AbsoluteUri)}\">{Html(found.Title)}</a></blockquote>"
                        + $"<iframe src=\"{Html(site + widget)}\" title=\"{Html(found.Title)}\" width=\"{width}\" height=\"{height}\" "
                        + "loading=\"lazy\" sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" "
                        + "referrerpolicy=\"no-referrer\" style=\"border:0;max-width:100%\"></iframe>"
                )
            );
        }

        // A picture larger than the editor has room for is none (oEmbed 1.0, 2.3.4).
        if (
            SharePictures.Widths.Where(each => each <= room.Width && SharePictures.HeightOf(each) <= room.Height).ToList() is [var wide, ..]
        )
        {
            fields.Add(("thumbnail_url", site + SharePictures.AddressOf(found.Path, found.Language, found.Facts, wide)));
            fields.Add(("thumbnail_width", wide));
            fields.Add(("thumbnail_height", SharePictures.HeightOf(wide)));
        }

        return fields;
    }

    private static string Xml(IEnumerable<(string Name, object Value)> fields) =>
        new XDocument(
            new XDeclaration("1.0", "utf-8", "yes"),
            new XElement("oembed", fields.Select(field => new XElement(field.Name, field.Value)))
        )
            is var document
            ? $"{document.Declaration}\n{document}"
            : "";

    /// <summary>What is at an address.</summary>
    /// <param name="Title">Its title.</param>
    /// <param name="Widget">The address of its widget from the root, and what is there; null for a page that is a link.</param>
    /// <param name="Path">Its own path, escaped as it stands in the address.</param>
    /// <param name="Facts">Parameters that its picture follows from.</param>
    /// <param name="Language">Of its picture.</param>
    private sealed record Found(string Title, (string Address, ReadWidget Read)? Widget, string Path, QueryString Facts, string Language);

    /// <summary>The room that the editor has, in pixels.</summary>
    private readonly record struct Room(int Width, int Height);
}
