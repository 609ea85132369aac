using System.Globalization;
using System.Net;
using System.Web;
using System.Xml.Linq;
using OpenGov.Api.Embedding.Pictures;
using OpenGov.Api.Http;

namespace OpenGov.Api.Embedding;

/// <summary>What an editor asks for an address that somebody pasted (oEmbed 1.0): the widget that shows it.</summary>
internal sealed class OEmbed(Pages.PagesRepository pages)
{
    private const int Width = 640;

    private const int Height = 480;

    /// <summary>Answers with the snippet: one quotation with a link and one frame, which is all that WordPress keeps.</summary>
    public async Task<IResult> AnswerAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var format = query["format"].ToString() is { Length: > 0 } given ? given : "json";
        if (format is not ("json" or "xml"))
        {
            return TypedResults.Problem("It answers in json and xml.", statusCode: StatusCodes.Status501NotImplemented);
        }

        var site = PublicAddress.Of(context.Request);
        if (
            !Uri.TryCreate(query["url"], UriKind.Absolute, out var address)
            || !address.AbsoluteUri.StartsWith($"{site}/", StringComparison.OrdinalIgnoreCase)
        )
        {
            return Problems.NotFound("url must be the address of a page or of a widget of this service.");
        }

        var (widget, title) = await WidgetAsync(address, context.RequestAborted);
        if (widget is null)
        {
            return Problems.NotFound("No widget shows what is at this address.");
        }

        var fields = Fields(context.Request, site, address, widget, title);
        return format == "json"
            ? Results.Json(fields.ToDictionary(field => field.Name, field => field.Value), Json.Options)
            : Results.Text(Xml(fields), "text/xml; charset=utf-8");
    }

    /// <summary>The address of the widget from its root, and what it is called; null when there is none.</summary>
    private async Task<(string? Widget, string Title)> WidgetAsync(Uri address, CancellationToken cancellationToken)
    {
        if (address.AbsolutePath.StartsWith("/embed/v1/", StringComparison.Ordinal))
        {
            return (address.PathAndQuery, "OpenGov");
        }

        if (PageWidgets.Find(address.AbsolutePath) is not { } shown)
        {
            return default;
        }

        var language = Language(address);
        var (id, title) = ("", "OpenGov");
        if (shown.Table is { } table)
        {
            if (await pages.FindAsync(table, shown.Id, cancellationToken) is not { } found)
            {
                return default;
            }

            (id, title) = (found.Id, found.Title(language) ?? found.Id);
        }

        var path = shown.Address(id);
        return ($"{path}{(path.Contains('?') ? '&' : '?')}lang={language}", title);
    }

    private static string Language(Uri address) => HttpUtility.ParseQueryString(address.Query)["lang"] == "en" ? "en" : "es";

    private static List<(string Name, object Value)> Fields(HttpRequest request, string site, Uri address, string widget, string title)
    {
        var (width, height) = (Within("maxwidth", Width), Within("maxheight", Height));
        string Html(string text) => WebUtility.HtmlEncode(text);
        var html =
            $"<blockquote><a href=\"{Html(address.AbsoluteUri)}\">{Html(title)}</a></blockquote>"
            + $"<iframe src=\"{Html(site + widget)}\" title=\"{Html(title)}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" "
            + "sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" referrerpolicy=\"no-referrer\" "
            + "style=\"border:0;max-width:100%\"></iframe>";
        List<(string, object)> fields =
        [
            ("version", "1.0"),
            ("type", "rich"),
            ("title", title),
            ("provider_name", "OpenGov"),
            ("provider_url", site),
            ("cache_age", 3600),
            ("width", width),
            ("height", height),
            ("html", html),
        ];

        // A picture larger than the editor has room for is none (oEmbed 1.0, 2.3.4).
        if (
            SharePictures.Widths.Where(each => Fits("maxwidth", each) && Fits("maxheight", SharePictures.HeightOf(each))).ToList()
            is [var wide, ..]
        )
        {
            var isWidget = address.AbsolutePath.StartsWith("/embed/v1/", StringComparison.Ordinal);
            var facts = isWidget ? QueryString.FromUriComponent(address.Query) : QueryString.Empty;
            fields.Add(("thumbnail_url", site + SharePictures.AddressOf(address.AbsolutePath, Language(address), facts, wide)));
            fields.Add(("thumbnail_width", wide));
            fields.Add(("thumbnail_height", SharePictures.HeightOf(wide)));
        }

        return fields;

        bool Fits(string name, int size) => Within(name, size) == size;

        int Within(string name, int usual) =>
            int.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most > 0
                ? Math.Min(most, usual)
                : usual;
    }

    private static string Xml(IEnumerable<(string Name, object Value)> fields) =>
        new XDocument(
            new XDeclaration("1.0", "utf-8", "yes"),
            new XElement("oembed", fields.Select(field => new XElement(field.Name, field.Value)))
        )
            is var document
            ? $"{document.Declaration}\n{document}"
            : "";
}
